// Laws of the logs of other tools: whatever texts are written in a tool's shape, they are read back as they were, in groups as they were, and lead to where
// they stand.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrongLeaves } from '../../e2e/fixtures/mapsBack.ts';
import type { Read } from './form.ts';
import { singles } from './several.ts';
import { toolLogs } from './toolLogs.ts';

/** Answers by prompt. */
type World = readonly (readonly string[])[];

const body = (text: string) => ({
  object: 'chat.completion',
  choices: [{ message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
});
const lines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const each = <T>(world: World, write: (text: string, prompt: number, at: number) => T): readonly T[] =>
  world.flatMap((texts, prompt) => texts.map((text, at) => write(text, prompt, at)));
const attribute = (key: string, text: string) => ({ key, value: { stringValue: text } });

const inspectSample = (text: string, prompt: number, at: number) => ({
  id: prompt,
  epoch: at + 1,
  input: `Ask ${prompt}`,
  output: { model: 'm', choices: [{ message: { role: 'assistant', content: text }, stop_reason: 'stop' }] },
});

/** How each tool writes a world. Bodies alone hold the answers of batches. */
const writers: readonly (readonly [string, (world: World) => string])[] = [
  ['inspect', (world) => JSON.stringify({ eval: { task: 't' }, samples: each(world, inspectSample) })],
  [
    'lm-eval',
    (world) =>
      lines(
        world.map((texts, prompt) => ({
          doc_id: prompt,
          doc: {},
          target: '',
          arguments: { gen_args_0: { arg_0: 'Q', arg_1: {} } },
          resps: [texts],
          filter: 'none',
        })),
      ),
  ],
  [
    'helm',
    (world) =>
      JSON.stringify({
        request_states: world.map((texts, prompt) => ({
          instance: { id: `id${prompt}` },
          request: {},
          result: { completions: texts.map((text) => ({ text, logprob: 0, tokens: [] })) },
        })),
      }),
  ],
  [
    'llm',
    (world) =>
      JSON.stringify(
        each(world, (text, prompt) => ({
          id: 'a',
          model: 'm',
          prompt: `Ask ${prompt}`,
          system: null,
          response: text,
          response_json: null,
        })),
        null,
        2,
      ),
  ],
  ['human-eval', (world) => lines(each(world, (text, prompt) => ({ task_id: `T/${prompt}`, completion: text })))],
  [
    'promptfoo',
    (world) =>
      JSON.stringify({
        evalId: 'e',
        results: {
          results: each(world, (text, prompt) => ({
            prompt: { raw: `Ask ${prompt}` },
            vars: {},
            provider: { id: 'p' },
            response: { output: text },
          })),
        },
      }),
  ],
  [
    'langfuse',
    (world) =>
      lines(
        each(world, (text, prompt) => ({
          id: 'o',
          type: 'GENERATION',
          startTime: '',
          input: `Ask ${prompt}`,
          model: 'm',
          output: { role: 'assistant', content: text },
        })),
      ),
  ],
  [
    'opentelemetry',
    (world) =>
      JSON.stringify({
        resourceSpans: [
          {
            scopeSpans: [
              {
                spans: each(world, (text, prompt) => ({
                  name: 'chat',
                  attributes: [
                    attribute(
                      'gen_ai.input.messages',
                      JSON.stringify([{ role: 'user', parts: [{ type: 'text', content: `Ask ${prompt}` }] }]),
                    ),
                    attribute(
                      'gen_ai.output.messages',
                      JSON.stringify([{ role: 'assistant', parts: [{ type: 'text', content: text }] }]),
                    ),
                  ],
                })),
              },
            ],
          },
        ],
      }),
  ],
  [
    'ai-sdk',
    (world) =>
      JSON.stringify(
        {
          runs: [],
          steps: each(world, (text, prompt) => ({
            id: 's',
            run_id: 'r',
            input: JSON.stringify({ prompt: `Ask ${prompt}` }),
            output: JSON.stringify({ content: [{ type: 'text', text }], finishReason: 'stop' }),
          })),
        },
        null,
        1,
      ),
  ],
  [
    'dspy',
    (world) =>
      JSON.stringify(
        world.map((texts, prompt) => ({
          messages: [{ role: 'user', content: `Ask ${prompt}` }],
          usage: {},
          outputs: texts,
          response: body(''),
        })),
      ),
  ],
  [
    'langchain',
    (world) => JSON.stringify({ generations: world.map((texts) => texts.map((text) => ({ text }))), llm_output: null }),
  ],
  [
    'open-webui',
    (world) =>
      JSON.stringify(
        world.map((texts, prompt) => ({
          chat: {
            history: {
              messages: Object.fromEntries([
                ['q', { id: 'q', parentId: null, childrenIds: [], role: 'user', content: `Ask ${prompt}` }],
                ...texts.map((text, at) => [
                  `a${at}`,
                  { id: `a${at}`, parentId: 'q', childrenIds: [], role: 'assistant', content: text },
                ]),
              ]),
            },
          },
        })),
      ),
  ],
];

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('', ' ', '{"a": 1}', '[', '\\', '"', '\u2028', 'attachment://x'),
);
const world = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

test.each(writers)('%s', (_name, write) => {
  fc.assert(
    fc.property(world, (answers) => {
      const bytes = new TextEncoder().encode(write(answers));
      const parts = (toolLogs.read(bytes) as Read).parts.flatMap(singles);
      const groups = new Map<string, unknown[]>();
      for (const part of parts) {
        const { data } = JSON.parse(new TextDecoder().decode(part.bytes)) as { data: { output: unknown }[] };
        groups.set(part.group ?? '', [...(groups.get(part.group ?? '') ?? []), ...data.map(({ output }) => output)]);
        expect(part.map && wrongLeaves(part.bytes, part.map, bytes)).toEqual([]);
      }
      expect([...groups.values()]).toEqual(answers);
    }),
    { numRuns: 100 },
  );
});
