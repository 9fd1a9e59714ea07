import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backTo, checkParts, readAs, textOf, textsOf, utf8 } from '../../e2e/fixtures/readForms.ts';
import { fenced } from './fenced.ts';
import type { Form } from './form.ts';
import { logLines } from './logLines.ts';
import { escaped, quoted } from './quoted.ts';
import { textAround } from './textAround.ts';
import { truncated } from './truncated.ts';

const response = '{"data":[{"output":"Green [tea] {\\"a\\"}"}],"provider_responses":[]}';

describe('fences', () => {
  it('are parts by themselves, and what is around is said with its lines', async () => {
    const text = `Sure! Here is it:\n\n\`\`\`json\n${response}\n\`\`\`\nand\n~~~\n[{"a": 1}]\n~~~\nBye.\n`;
    const reading = await readAs(fenced, utf8(text));
    expect(await textsOf(fenced, text)).toEqual([`${response}\n`, '[{"a": 1}]\n']);
    expect(reading).toMatchObject({
      form: 'Markdown fence',
      facts: ['2 blocks'],
      parts: [{ name: 'line 4' }, { name: 'line 8' }],
    });
    expect(reading && 'notes' in reading && reading.notes).toContain('Left out: text in line 1, line 6, line 10.');
  });

  it('that hold a command or prose are left out', async () => {
    const text = `\`\`\`bash\ncurl -i x\n\`\`\`\n\`\`\`\n${response}\n\`\`\`\n`;
    expect(await textsOf(fenced, text)).toEqual([`${response}\n`]);
    expect(await textsOf(fenced, '```\nplain words\n```')).toEqual(['not mine']);
  });

  it('without an end reach to the end of the text', async () => {
    expect(await textsOf(fenced, `Look:\n\`\`\`\n${response}`)).toEqual([response]);
  });

  it('within a value are text', async () => {
    expect(await textsOf(fenced, '{"a": "\n```\n{\\"b\\": 1}\n```\n"}')).toEqual(['not mine']);
  });
});

describe('text around', () => {
  it('goes, the largest value stays', async () => {
    const text = `It's the answer (see {"b": 1}):\n${response}\nHope this [1] helps!`;
    expect(await textsOf(textAround, text)).toEqual([response]);
    const reading = await readAs(textAround, utf8(text));
    expect(reading && 'notes' in reading && reading.notes).toEqual([
      'Read the largest value in brackets: line 2.',
      'Left out: text in line 1, line 3.',
    ]);
  });

  it('between values that begin alike makes them parts', async () => {
    expect(await textsOf(textAround, `Sample 1:\n${response}\nSample 2:\n${response}\n{"other": 1}`)).toEqual([
      response,
      response,
    ]);
  });

  it('keeps the name of a class, and a list that stands alone is not its own', async () => {
    expect(await textsOf(textAround, "Out: CompletionResponse(data=[Data(id='a')])\n")).toEqual([
      "CompletionResponse(data=[Data(id='a')])",
    ]);
    expect(await textsOf(textAround, `\n ${response} \n`)).toEqual(['not mine']);
    expect(await textsOf(textAround, 'no [value] (here)')).toEqual(['not mine']);
  });

  it('keeps a value that breaks off', async () => {
    expect(await textsOf(textAround, `Here:\n{"data": [{"output": "Gre`)).toEqual(['{"data": [{"output": "Gre']);
  });
});

describe('log lines', () => {
  it.each([
    ['a time and a level', '2026-11-27 18:00:01,123 INFO app.llm: '],
    ['the name of a container', 'web_1  | '],
    ['a logger of Python', 'DEBUG:openai._base_client: '],
    ['a journal', 'Nov 27 18:00:01 host app[12]: '],
  ])('with %s give a value each', async (_name, prefix) => {
    const text = `${prefix}starting\n${prefix}${response}\n${prefix}[{"a": 1}]\n`;
    expect(await textsOf(logLines, text)).toEqual([response, '[{"a": 1}]']);
    const reading = await readAs(logLines, utf8(text));
    expect(reading).toMatchObject({ parts: [{ name: 'line 2' }, { name: 'line 3' }] });
  });

  it('may hold a value over several lines', async () => {
    expect(await textsOf(logLines, '12:00:01 INFO {\n  "a": [1,\n 2]\n}\n12:00:02 INFO bye')).toEqual([
      '{\n  "a": [1,\n 2]\n}',
    ]);
  });

  it('are no lines of JSON', async () => {
    expect(await textsOf(logLines, `${response}\n${response}\n`)).toEqual(['not mine']);
  });
});

describe('strings', () => {
  it.each([
    ['JSON', JSON.stringify(response), 'JSON string'],
    ['JSON, three times', JSON.stringify(JSON.stringify(JSON.stringify(response))), 'JSON string'],
    ['Python', `'${response.replaceAll('\\', '\\\\')}'`, 'Python string'],
    ['Python, bytes', `b'${response.replaceAll('\\', '\\\\')}'`, 'Python string'],
    ['Python, raw', `r'${response}'`, 'Python string'],
    ['Python, in three quotes', `"""${response.replaceAll('\\', '\\\\')}"""`, 'Python string'],
    [
      'Python, in pieces',
      `('${response.slice(0, 9)}'\n '${response.slice(9).replaceAll('\\', '\\\\')}')`,
      'Python string',
    ],
    ['JavaScript', `\`${response.replaceAll('\\', '\\\\')}\`;`, 'JavaScript string'],
    ['a shell', `$'${response.replaceAll('\\', '\\\\')}'`, 'Shell string'],
    ['CSV', `"${'{"a": 1, "b": "x"}'.replaceAll('"', '""')}"`, 'CSV cell'],
  ])('of %s are opened', async (_name, text, form) => {
    const reading = await readAs(quoted, utf8(text));
    expect(reading).toMatchObject({ form });
    expect(await textsOf(quoted, text)).toEqual([form === 'CSV cell' ? '{"a": 1, "b": "x"}' : response]);
  });

  it('give each character its escape', async () => {
    const text = `'{"a": "\\xe9\\u20ac\\U0001F375\\n"}'`;
    const origin = utf8(text);
    const reading = await readAs(quoted, origin);
    const part = reading && 'parts' in reading ? reading.parts[0] : undefined;
    expect(['é', '€', '🍵', '\n'].map((piece) => backTo(origin, part, piece))).toEqual([
      '\\xe9',
      '\\u20ac',
      '\\U0001F375',
      '\\n',
    ]);
  });

  it('four deep are refused', async () => {
    const deep = [1, 2, 3, 4].reduce((text) => JSON.stringify(text), response);
    expect(await textsOf(quoted, deep)).toEqual(['This is a string in strings']);
  });

  it.each(['"plain words"', "'it'", '"a" is not "b"', '`$' + '{x}`', '"open', '', '("a"'])(
    '%j is left alone',
    async (text) => {
      expect(await textsOf(quoted, text)).toEqual(['not mine']);
    },
  );

  it('without their quotes are read as what their escapes stand for', async () => {
    expect(await textsOf(escaped, JSON.stringify(response).slice(1, -1))).toEqual([response]);
    expect(await textsOf(escaped, '{\\n  "a": "b\\\\n"\\n}')).toEqual(['{\n  "a": "b\\n"\n}']);
    expect(await textsOf(escaped, response)).toEqual(['not mine']);
  });
});

describe('a text that breaks off', () => {
  it.each([
    ['{"id":"x","choices":[{"text":"Gre', '{"id":"x","choices":[{"text":"Gre"}]}'],
    ['{"id":"x","choices":[{"text":"Gre\\u00', '{"id":"x","choices":[{"text":"Gre"}]}'],
    ['{"id":"x","choices":[{"text":"Gre\\ud83c\\u', '{"id":"x","choices":[{"text":"Gre"}]}'],
    ['{"id":"x","choices":[{"text":"Gre\\\\', '{"id":"x","choices":[{"text":"Gre\\\\"}]}'],
    ['{"id":"x","choices":[{"text":"Gre\\', '{"id":"x","choices":[{"text":"Gre"}]}'],
    ['{"id":"x","choices":[{"text":"a"},{"te', '{"id":"x","choices":[{"text":"a"},{}]}'],
    ['{"id":"x","choices":[{"text":"a"},', '{"id":"x","choices":[{"text":"a"}]}'],
    ['{"id":"x","created":12', '{"id":"x"}'],
    ['{"id":"x","created":12 ', '{"id":"x","created":12 }'],
    ['{"id":"x","created":', '{"id":"x"}'],
    ['[{"a":[1,2', '[{"a":[1]}]'],
    ["{'data': [{'output': 'Gre", "{'data': [{'output': 'Gre'}]}"],
    ["CompletionResponse(data=[Data(id='a', index=", "CompletionResponse(data=[Data(id='a')])"],
  ])('%s', async (text, closed) => {
    expect(await textsOf(truncated, text)).toEqual([closed]);
    expect(await readAs(truncated, utf8(text))).toMatchObject({ parts: [{ stream: { isCut: true, lastLine: 1 } }] });
  });

  it('does not cut a character in two', async () => {
    const bytes = utf8('{"a":"é🍵');
    for (let end = bytes.length - 5; end <= bytes.length; end++) {
      expect((await textsOf(truncated, bytes.slice(0, end)))[0]).toMatch(/^\{"a":"é?🍵?"\}$/u);
    }
  });

  it.each(['{"data":[{"output":"Gre', '{"a":1}', '{"a":]', '', 'words {"a"'])('%j is left alone', async (text) => {
    expect(await textsOf(truncated, text)).toEqual(['not mine']);
  });

  it('says what was left out', async () => {
    const reading = await readAs(truncated, utf8('{"id":"x",\n"created":12'));
    expect(reading && 'notes' in reading && reading.notes).toEqual([
      'The text breaks off in line 2. 1 bracket was closed for viewing.',
      'Left out, because it is not whole: ,\n"created":12',
    ]);
  });

  it('law: JSON that is cut anywhere opens as JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), fc.nat(), async (json, cut) => {
        const bytes = utf8(`{"a":${json}}`);
        const end = 2 + (cut % (bytes.length - 2));
        const [text] = await textsOf(truncated, bytes.slice(0, end));
        expect(() => JSON.parse(text ?? '')).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('law: a text that is wrapped comes back byte for byte, each byte with its place', () => {
  const value = fc
    .record({ a: fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), b: fc.anything() })
    .map((one) => JSON.stringify({ a: one.a, b: one.b ?? null }));
  const python = (text: string) =>
    `'${text.replace(/[\\'\n\r]|[^\x20-\x7e]/gu, (one) => {
      if (one === '\\' || one === "'") return `\\${one}`;
      const code = one.codePointAt(0) ?? 0;
      return code < 0x100
        ? `\\x${code.toString(16).padStart(2, '0')}`
        : code < 0x10000
          ? `\\u${code.toString(16).padStart(4, '0')}`
          : `\\U${code.toString(16).padStart(8, '0')}`;
    })}'`;
  const ways: readonly (readonly [string, Form, (text: string) => string])[] = [
    ['a fence', fenced, (text) => `Words\n\`\`\`json\n${text}\`\`\``.replace(/```$/, '\n```')],
    ['text around', textAround, (text) => `Here's it: ${text} and more`],
    ['a log line', logLines, (text) => `10:00:00 INFO ${text}\n`],
    ['a JSON string', quoted, (text) => JSON.stringify(text)],
    ['a JSON string in a JSON string', quoted, (text) => JSON.stringify(JSON.stringify(text))],
    ['a Python string', quoted, python],
    ['escaped text', escaped, (text) => JSON.stringify(text).slice(1, -1)],
  ];
  it.each(ways)('%s', async (_name, form, wrap) => {
    await fc.assert(
      fc.asyncProperty(value, async (text) => {
        const origin = utf8(wrap(text));
        const reading = await readAs(form, origin);
        if (!reading || 'isRefused' in reading) throw new Error('It was not read.');
        checkParts(origin, reading.parts);
        expect(reading.parts.map((part) => textOf(part.bytes).trimEnd())).toEqual([text]);
        const [part] = reading.parts;
        const { pieces } = part?.map ?? { pieces: undefined };
        expect(pieces?.from.every((from, at) => from < (pieces.to[at] as number))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
