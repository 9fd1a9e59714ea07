// The readers fed damaged bodies: whatever comes, no exception and no hang. Everything that a load does with a provider
// response is done with each: reading, tokens, checks, links.
// Here before the laws keep the thread: what is imported while they do is given up after a minute.
import '../../src/load/readResponse.ts';
import { documentCursor } from '../../src/json/byteCursor.ts';
import { type JsonCursor, valueCursor } from '../../src/json/cursor.ts';
import { createDocument } from '../../src/json/document.ts';
import { pointerOf, rootPointer } from '../../src/json/pointer.ts';
import { strictPass } from '../../src/json/strict.ts';
import type { JsonValue } from '../../src/json/value.ts';
import { tokenContext } from '../../src/load/choiceTokens.ts';
import { loadResponse } from '../../src/load/loadResponse.ts';
import { readAtLoad, scannedAtLoad } from '../../src/load/tokensAtLoad.ts';
import { readProvider } from '../../src/response/provider/read.ts';
import { linkWorld } from '../fixtures/linkWorld.ts';
import { seededRandom } from '../seededRandom.ts';
import { mutate } from './mutate.ts';
import { providerBodies } from './providerBodies.ts';

/** A body that takes longer is a hang; most take a fraction of a millisecond, on a busy machine too. */
const mostMs = 10_000;
/** Every so many bodies one goes through the whole load, among damaged generations. */
const loadEvery = 50;

export interface ReaderRuns {
  readonly slowestMs: number;
  /** How many of the damaged bodies each reader took. */
  readonly formats: ReadonlyMap<string, number>;
}

/** Feeds `runs` damaged bodies. Throws at the first that fails, with the seed and run that repeat it. */
export async function runDamagedBodies({
  runs,
  seed,
}: {
  readonly runs: number;
  readonly seed: number;
}): Promise<ReaderRuns> {
  const formats = new Map<string, number>();
  let slowestMs = 0;
  for (let run = 0; run < runs; run++) {
    // Each run has a seed of its own, so that it can be repeated alone.
    const random = seededRandom(seed * 1_000_003 + run);
    const [, body] = providerBodies[Math.floor(random() * providerBodies.length)] ?? ['', null];
    const damaged = mutate(body, random);
    const start = performance.now();
    try {
      const format = feed(cursorOf(damaged, random));
      formats.set(format, (formats.get(format) ?? 0) + 1);
      if (run % loadEvery === 0) await loadDamaged(damaged, random);
    } catch (reason) {
      const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
      throw new Error(`Run ${run} of seed ${seed}: ${text}\n${shortText(damaged)}`);
    }
    const ms = performance.now() - start;
    slowestMs = Math.max(slowestMs, ms);
    if (ms > mostMs) throw new Error(`Run ${run} of seed ${seed} took ${Math.round(ms)} ms\n${shortText(damaged)}`);
  }
  return { slowestMs, formats };
}

/** Over the value, over its text, or over a text that breaks off. */
function cursorOf(value: JsonValue, random: () => number): JsonCursor {
  const place = pointerOf('provider_responses', 0);
  if (random() < 0.5) return valueCursor(value, place);
  const text = JSON.stringify(value) ?? 'null';
  const bytes = new TextEncoder().encode(random() < 0.5 ? text : text.slice(0, Math.floor(random() * text.length)));
  const { table, lines } = strictPass(bytes, { depth: 4 });
  return documentCursor(createDocument(bytes, table, lines), rootPointer) ?? valueCursor(text, place);
}

function feed(cursor: JsonCursor): string {
  const { format, reading } = readProvider(cursor);
  const context = tokenContext(reading, { prompts: ['It'] });
  for (const choice of reading.choices) {
    const request = { prompts: [], logprobs: { value: 2, pointer: rootPointer } };
    scannedAtLoad(choice, context, request);
    readAtLoad(choice, context, request);
  }
  const unknown = [{ body: cursor, provider: 0 }];
  linkWorld({ generations: [], providers: [reading.choices], unknown, load: () => '' });
  return format;
}

/** A whole response around it, itself damaged. */
async function loadDamaged(body: JsonValue, random: () => number): Promise<void> {
  const sample = (index: number): JsonValue => ({
    id: `data_${index}`,
    index,
    output: 'red',
    raw_output: ' red',
    finish_reason: 'stop',
    inputs: { a: 1 },
    model_config_id: 'c',
    tool_calls: [{ id: 'c', type: 'function', function: { name: 'look', arguments: '{}' } }],
    tool_results: [{ id: 'c', name: 'look', result: '' }],
  });
  const response: JsonValue = {
    data: [sample(0), sample(1)],
    usage: { prompt_tokens: 1, generation_tokens: 2, total_tokens: 3 },
    num_samples: 2,
    logprobs: 2,
    suffix: 's',
    provider_request: { n: 2, model: 'm', max_tokens: 10, prompt: ['It'], tools: [{ name: 'look' }] },
  };
  const damaged = mutate(response, random);
  const isWhole = typeof damaged === 'object' && damaged !== null && !Array.isArray(damaged);
  const text = JSON.stringify({ ...(isWhole ? damaged : response), provider_responses: [body] });
  await loadResponse({ text: random() < 0.8 ? text : text.slice(0, Math.floor(random() * text.length)) }, false, {
    tell: () => {},
    onDocument: () => {},
    pause: async () => {},
    rest: async () => {},
  });
}

function shortText(value: JsonValue): string {
  return (JSON.stringify(value) ?? '').slice(0, 2000);
}
