import { expect, it } from 'vitest';
import { textOf, utf8 } from '../../e2e/fixtures/readForms.ts';
import { takeIn } from './pipeline.ts';

const answer = (text: string) => ({
  data: [{ id: 'd', index: 0, output: text, raw_output: text, inputs: {}, model_config_id: 'c', finish_reason: null }],
  provider_responses: [],
});
const body = (text: string) => ({
  id: `chatcmpl-${text.length}`,
  object: 'chat.completion',
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
});
const json = (value: unknown, indent?: number) => JSON.stringify(value, null, indent);
const [green, black] = ['Green "tea",\nfrom Uji', 'Black; it\'s | "strong"'];
const [one, other] = [answer(green), answer(black)];
const python = (text: string) =>
  `{'data': [{'output': '${text.replaceAll('\n', '\\n').replaceAll("'", "\\'")}', 'index': None}], 'provider_responses': []}`;
const eachLine = (text: string, prefix: (line: number) => string) =>
  text
    .split('\n')
    .map((line, at) => prefix(at + 1) + line)
    .join('\n');
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const record = (message: unknown) => json({ level: 'info', time: 1, message });

const pastes: readonly (readonly [name: string, text: string, form: RegExp, outputs: readonly string[]])[] = [
  ['answers of a service', json({ status: 200, result: one }), /^JSON around$/, [green]],
  ['answers in a list of its own', json({ results: [one, { n: 2, response: other }] }), /^JSON around/, [green, black]],
  ['bodies by name', json({ 't=0': body(green), 't=1': body(black) }), /^JSON around/, [green, black]],
  [
    'rows with JSON in strings',
    json([
      { id: 1, response: json(one) },
      { id: 2, response: json(other) },
    ]),
    /^JSON around/,
    [green, black],
  ],
  ['a list of strings', json([json(one), json(other)]), /^JSON around/, [green, black]],
  ['records of a log', `${record(one)}\n${record(other)}\n`, /^JSONL/, [green, black]],
  [
    'records with JSON in strings',
    `${record(`${json(one)}\n`)}\r\n${record(json(other))}\r\n`,
    /^JSONL/,
    [green, black],
  ],
  ['lines of a container', eachLine(json(one, 2), () => 'web-1  | '), /^Lines with a prefix$/, [green]],
  [
    'lines with times',
    eachLine(json(one, 2), () => '2026-01-02T03:04:05.123456789Z '),
    /^Lines with a prefix$/,
    [green],
  ],
  [
    'lines of a pod',
    eachLine(json(one, 2), () => '2026-01-02T03:04:05.1Z stdout F '),
    /^Lines with a prefix$/,
    [green],
  ],
  [
    'numbered lines',
    eachLine(json(one, 2), (line) => `${String(line).padStart(6)}\t`),
    /^Lines with a prefix$/,
    [green],
  ],
  ['a mail', eachLine(json(one, 2), () => '> '), /^Lines with a prefix$/, [green]],
  ['a difference', eachLine(json(one, 2), () => '+'), /^Lines with a prefix$/, [green]],
  [
    'a fence in a quotation',
    eachLine(`\`\`\`json\n${json(one, 2)}\n\`\`\``, () => '> '),
    /^Lines with a prefix, Markdown fence$/,
    [green],
  ],
  ['a column of CSV', `id,response\n1,${cell(json(one))}\n2,${cell(json(other))}\n`, /^CSV, 2 rows/, [green, black]],
  [
    'of Excel',
    `\ufeffid;note;response\r\n1;"a; b";${cell(json(one, 2))}\r\n2;;${cell(json(other))}\r\n`,
    /^CSV, 2 rows/,
    [green, black],
  ],
  ['of TSV in quotes', `id\tresponse\n1\t${cell(json(one))}\n`, /^CSV, 1 row$/, [green]],
  ['of Python', `id,response\n1,${cell(python(green))}\n2,${cell(python(black))}\n`, /^CSV, 2 rows/, [green, black]],
  ['base64', Buffer.from(json(one)).toString('base64'), /^Base64$/, [green]],
  [
    'base64 in lines',
    (
      Buffer.from(json(one, 2))
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
    /^Base64$/,
    [green],
  ],
  ['a data URL', `data:application/json;base64,${Buffer.from(json(one)).toString('base64')}\n`, /^Base64$/, [green]],
  [
    'Python in colours',
    `\u001b[1m${python(green).replaceAll(/None/g, '\u001b[3;35mNone\u001b[0m')}\u001b[0m\n`,
    /^Python repr$/,
    [green],
  ],
  ['Python out of a list', `${python(green)},\n${python(black)},\n`, /^Python repr, 2 values/, [green, black]],
  [
    'Python in a fence with its program',
    `\`\`\`python\nresponse = ${python(green)}\nprint(response)\n\`\`\`\n`,
    /Python repr$/,
    [green],
  ],
  [
    'the object of an old SDK',
    `<OpenAIObject chat.completion id=c at 0x7f3a> JSON: ${json(body(green), 2)}\n`,
    /^Text around, OpenAI chat body$/,
    [green],
  ],
];

it.each(pastes)('%s: every response, its words and the way back', async (_, text, form, outputs) => {
  const bytes = utf8(text);
  const taken = await takeIn(bytes.slice());
  if (taken === undefined || taken.isRefused) throw new Error(taken?.title ?? 'nothing takes it');
  expect(taken.form).toMatch(form);
  const made = textOf(taken.bytes);
  const { data = [], provider_responses: bodies = [] } = JSON.parse(made) as {
    data?: readonly { output: string }[];
    provider_responses?: readonly ReturnType<typeof body>[];
  };
  expect(
    data.length > 0 ? data.map(({ output }) => output) : bodies.map(({ choices: [choice] }) => choice?.message.content),
  ).toEqual(outputs);
  // A word within each answer leads to that word, as far as its characters stand in the text at all.
  for (const word of text.includes('Green') ? ['Green', 'Uji'] : []) {
    const from = utf8(made.slice(0, made.indexOf(word))).length;
    const place = taken.map.toOrigin(from, from + word.length);
    expect(textOf(bytes.subarray(place.from, place.to))).toBe(word);
  }
});

it('leaves alone what only looks like them', async () => {
  const takes = async (text: string) => {
    const taken = await takeIn(utf8(text));
    return taken === undefined || taken.isRefused ? undefined : taken.form;
  };
  for (const text of [
    json({ status: 200, items: [{ name: 'tea' }] }),
    json({ data: [{ id: 1 }, { id: 2 }], next: null }),
    'name,price\n"tea, green",3\n',
    'VGhpcyBpcyBwbGFpbiB0ZXh0IGFib3V0IHRl',
    '> Tea\n> is served\n',
    '1\n2\n3\n',
  ])
    expect(await takes(text), text).toBeUndefined();
});
