// Samples of each tool's log, by its public schema, with invented texts: see e2e/fixtures/forms/tools/make.py.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wrongLeaves } from '../../e2e/fixtures/mapsBack.ts';
import type { Read, Reading } from './form.ts';
import { singles } from './several.ts';
import { toolLogs } from './toolLogs.ts';

const folder = 'e2e/fixtures/forms/tools';

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(`${folder}/${file}`));
}

function read(bytes: Uint8Array<ArrayBuffer>): Reading | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
  if (!toolLogs.looksLike({ bytes, text, isWhole: true })) return undefined;
  return toolLogs.read(bytes) as Reading | undefined;
}

function taken(file: string): Read {
  const reading = read(bytesOf(file));
  if (reading === undefined || 'isRefused' in reading) throw new Error(`${file} is not taken`);
  return reading;
}

interface Record {
  readonly data?: readonly { readonly [key: string]: unknown; readonly output?: unknown }[];
  readonly provider_responses?: readonly unknown[];
  readonly provider_request?: { readonly [key: string]: unknown };
  readonly usage?: { readonly [key: string]: unknown };
  readonly metadata?: { readonly [key: string]: unknown };
}

function recordsOf(file: string): readonly Record[] {
  return taken(file)
    .parts.flatMap(singles)
    .map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as Record);
}

/** File; form and facts; parts with their groups, samples and bodies. */
const expected: readonly (readonly [string, string, string])[] = [
  [
    'batch-openai.jsonl',
    'batch output, 6 results',
    'town-0 0/1, town-0 0/1, town-0 0/1, town-1 0/1, town-1 0/1, town-1 0/1',
  ],
  ['batch-once.jsonl', 'batch output, 4 results', '- 0/1, - 0/1, - 0/1, - 0/1'],
  ['batch-anthropic.jsonl', 'batch output, 2 results', 'a 0/1, a 0/1'],
  ['inspect-epochs.json', 'inspect log, 3 samples × 2 epochs', '1 1/1, 1 1/1, 2 1/1, 2 1/1, 3 1/1, 3 1/1'],
  ['inspect-no-calls.json', 'inspect log, 1 sample', '1 1/0'],
  ['inspect-sample.json', 'inspect log, 1 sample', '7 1/0'],
  ['ai-sdk.json', 'AI SDK devtools, 3 steps, 2 runs', 'prompt 1 1/1, prompt 1 1/1, prompt 2 1/1'],
  ['ai-sdk-failed.json', 'AI SDK devtools, 1 step, 1 run', 'prompt 1 0/0'],
  ['ai-sdk-old.json', 'AI SDK devtools, 1 step, 1 run', 'prompt 1 1/1'],
  ['otel-genai.json', 'OpenTelemetry spans, 3 calls, 2 prompts', 'prompt 1 1/0, prompt 1 1/0, prompt 2 1/0'],
  ['otel-openinference.jsonl', 'OpenTelemetry spans, 2 calls, 1 prompt', 'prompt 1 1/0, prompt 1 0/1'],
  ['otel-events.json', 'OpenTelemetry spans, 2 calls, 2 prompts', 'prompt 1 1/0, prompt 2 1/0'],
  ['otel-console.txt', 'OpenTelemetry spans, 2 calls, 1 prompt', 'prompt 1 1/0, prompt 1 1/0'],
  ['langfuse-trace.json', 'Langfuse trace, 3 generations, 2 prompts', 'prompt 1 1/0, prompt 1 1/0, prompt 2 0/1'],
  [
    'langfuse-observations.jsonl',
    'Langfuse trace, 3 generations, 1 prompt',
    'prompt 1 1/0, prompt 1 1/0, prompt 1 1/0',
  ],
  ['langfuse-export.json', 'Langfuse trace, 1 generation, 1 prompt', 'prompt 1 1/0'],
  [
    'promptfoo.json',
    'promptfoo results, 4 results, 2 prompts, 2 providers',
    'prompt 1 1/0, prompt 1 1/0, prompt 2 1/0, prompt 2 1/0',
  ],
  ['promptfoo.jsonl', 'promptfoo results, 2 results, 1 prompt, 1 provider', 'prompt 1 1/1, prompt 1 1/1'],
  ['promptfoo-chat.json', 'promptfoo results, 1 result, 1 prompt, 1 provider', 'prompt 1 1/0'],
  ['lm-eval-filters.jsonl', 'lm-evaluation-harness samples, 2 documents, 2 answers', '0 1/0, 1 1/0'],
  ['lm-eval-repeats.jsonl', 'lm-evaluation-harness samples, 1 document, 3 answers', '0 3/0'],
  ['lm-eval-old.jsonl', 'lm-evaluation-harness samples, 1 document, 1 answer', '1 1/0'],
  ['langchain.json', 'LangChain result, 2 prompts', 'prompt 1 2/1, prompt 2 1/1'],
  ['langchain-chat.json', 'LangChain result, 1 prompt', 'prompt 1 1/1'],
  [
    'langchain.jsonl',
    'LangChain result, 3 prompts',
    'result 1, prompt 1 1/1, result 2, prompt 1 1/1, result 3, prompt 1 1/1',
  ],
  ['dspy.json', 'DSPy history, 2 calls, 1 prompt', 'prompt 1 1/1, prompt 1 1/1'],
  ['dspy.jsonl', 'DSPy history, 2 calls, 2 prompts', 'prompt 1 1/1, prompt 2 2/1'],
  ['dspy-prompt.json', 'DSPy history, 1 call, 1 prompt', 'prompt 1 1/1'],
  ['litellm.jsonl', 'LiteLLM log, 2 calls, 1 prompt', 'prompt 1 0/1, prompt 1 0/1'],
  ['litellm.json', 'LiteLLM log, 1 call, 1 prompt', 'prompt 1 1/0'],
  ['litellm-failed.json', 'LiteLLM log, 1 call, 1 prompt', 'prompt 1 0/1'],
  ['helm.json', 'HELM scenario state, 2 request states, 2 prompts', 'id1 2/1, id2 2/1'],
  [
    'helm-perturbed.json',
    'HELM scenario state, 3 request states, 3 prompts',
    'id1 2/1, id1, typos 2/1, id1, trial 1 2/1',
  ],
  [
    'helm-separate.json',
    'HELM scenario state, 2 request states, 2 prompts',
    'id1, request mode original, reference 0 2/1, id1, request mode original, reference 1 2/1',
  ],
  ['human-eval.jsonl', 'pass@k samples, 4 samples, 2 tasks', 'Town/0 1/0, Town/0 1/0, Town/1 1/0, Town/1 1/0'],
  ['human-eval-results.jsonl', 'pass@k samples, 3 samples, 1 task', 'Town/0 1/0, Town/0 1/0, Town/0 1/0'],
  ['solutions.jsonl', 'pass@k samples, 2 samples, 1 task', 'Town/1 1/0, Town/1 1/0'],
  [
    'chatgpt.json',
    'ChatGPT export, 1 chat, 2 messages with answers, 3 answers',
    'chat 1, message q 2/0, chat 1, message q2 1/0',
  ],
  ['chatgpt-one.json', 'ChatGPT export, 1 chat, 1 message with answers, 1 answer', 'chat 1, message q 1/0'],
  [
    'chatgpt-empty.json',
    'ChatGPT export, 2 chats, 2 messages with answers, 3 answers',
    'chat 2, message q 2/0, chat 2, message q2 1/0',
  ],
  ['open-webui.json', 'Open WebUI export, 1 chat, 1 message with answers, 2 answers', 'chat 1, message q 2/0'],
  ['open-webui-chat.json', 'Open WebUI export, 1 chat, 1 message with answers, 2 answers', 'chat 1, message q 2/0'],
  [
    'open-webui-two.json',
    'Open WebUI export, 2 chats, 2 messages with answers, 4 answers',
    'chat 1, message q 2/0, chat 2, message q 2/0',
  ],
  ['sillytavern.jsonl', 'SillyTavern chat, 1 message with answers, 3 answers', 'message 2 3/0'],
  ['sillytavern-plain.jsonl', 'SillyTavern chat, 1 message with answers, 1 answer', 'message 2 1/0'],
  ['sillytavern-headless.jsonl', 'SillyTavern chat, 1 message with answers, 3 answers', 'message 1 3/0'],
  ['llm-logs.json', 'llm logs, 3 responses, 2 prompts', 'prompt 1 1/1, prompt 1 1/1, prompt 2 1/0'],
  ['llm-logs-written.json', 'llm logs, 1 response, 1 prompt', 'prompt 1 1/1'],
  ['llm-logs-system.json', 'llm logs, 2 responses, 2 prompts', 'prompt 1 1/0, prompt 2 1/0'],
];

const refused: readonly (readonly [string, string])[] = [
  ['batch-requests.jsonl', 'These are the requests of a batch'],
  ['inspect-header.json', 'This is an inspect log without its samples'],
  ['lm-eval-likelihoods.jsonl', 'This file holds no generations'],
];

describe('logs of other tools', () => {
  it.each(expected)('%s: %s', (file, recognised, groups) => {
    const { form, facts = [], parts, grouping } = taken(file);
    expect([form, ...facts].join(', ')).toBe(recognised);
    expect(grouping).toMatch(/\.$/);
    const found = parts.flatMap(singles).map(({ bytes, group }) => {
      const { data, provider_responses: bodies } = JSON.parse(new TextDecoder().decode(bytes)) as Record;
      return `${group ?? '-'} ${data?.length ?? 0}/${bodies?.length ?? 0}`;
    });
    expect(found.join(', ')).toBe(groups);
  });

  it('has an expectation for every sample', () => {
    const files = readdirSync(folder).filter((file) => file !== 'make.py');
    expect(files.sort()).toEqual([...expected, ...refused].map(([file]) => file).sort());
  });

  it.each(expected)('%s leads back to the file', (file) => {
    const origin = bytesOf(file);
    for (const { bytes, map } of taken(file).parts.flatMap(singles)) {
      if (map === undefined) throw new Error('A record has no way back');
      expect(wrongLeaves(bytes, map, origin)).toEqual([]);
    }
  });

  it.each(refused)('%s: %s', (file, title) => {
    expect(read(bytesOf(file))).toMatchObject({ isRefused: true, title });
  });

  it('resolves the attachments of inspect, also within a body, to where they stand', () => {
    const [record] = recordsOf('inspect-epochs.json');
    expect(record?.provider_request).toMatchObject({
      messages: [{ content: 'Name a harbour, '.repeat(10) }],
      temperature: 0.7,
    });
    expect(record?.provider_responses).toMatchObject([
      { choices: [{ message: { content: record?.data?.[0]?.output } }] },
    ]);
    expect(record?.data?.[0]).toMatchObject({ scores: { match: 'C' } });
    expect(record?.metadata).toMatchObject({ id: 1, epoch: 1, target: 'any', time: 1.25 });
  });

  it('joins the parts of a text and writes arguments as a text', () => {
    const [record] = recordsOf('inspect-sample.json');
    expect(record?.data?.[0]).toMatchObject({
      output: 'One, Quiet "Quay"',
      tool_calls: [{ function: { name: 'look', arguments: '{"town": "Oat \\"Mill\\"", "n": 1.5}' } }],
    });
  });

  it('keeps what is asked and counted, under the keys of a response', () => {
    expect(recordsOf('otel-genai.json')[0]).toMatchObject({
      usage: { prompt_tokens: 12, generation_tokens: 3 },
      provider_request: { model: 'invented-1', temperature: 0.2, messages: [{ role: 'user' }] },
    });
    expect(recordsOf('otel-events.json').map(({ data }) => data?.[0]?.output)).toEqual(['Oat Mill', 'Back\\slash']);
    expect(recordsOf('ai-sdk.json')[2]?.provider_responses).toMatchObject([
      [{ object: 'chat.completion.chunk' }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    ]);
    expect(recordsOf('lm-eval-filters.jsonl')[0]?.metadata).toMatchObject({
      filters: [{ filter: 'strict-match' }, { filter: 'flexible-extract' }],
    });
    expect(recordsOf('llm-logs-system.json')[1]?.provider_request).toMatchObject({
      system: 'Be brief',
      temperature: 0.5,
    });
  });

  it('leaves out names of keys', () => {
    const text = recordsOf('litellm.jsonl')
      .map((record) => JSON.stringify(record))
      .join('');
    expect(text).not.toContain('never-shown');
  });

  it('takes the records that are whole of a list that breaks off', () => {
    const whole = bytesOf('dspy.json');
    const cut = whole.subarray(0, whole.length - 40);
    expect(read(cut)).toMatchObject({ parts: [{ name: 'u1' }] });
  });

  it.each([
    ['{"choices": [], "type": "x"}'],
    ['[{"outputs": []}]'],
    ['{"data": [], "provider_responses": []}'],
    ['{"messages"'],
    ['[]'],
    [''],
  ])('%j is none', (text) => {
    expect(read(new TextEncoder().encode(text))).toBeUndefined();
  });
});
