// How fast provider responses are read, beside JSON.parse of the same text: on Node, without a page. Prints nothing.
import { documentCursor } from '../../src/json/byteCursor.ts';
import { createDocument } from '../../src/json/document.ts';
import { rootPointer } from '../../src/json/pointer.ts';
import { strictPass } from '../../src/json/strict.ts';
import { tokenContext } from '../../src/load/choiceTokens.ts';
import { tokensAtLoad } from '../../src/load/tokensAtLoad.ts';
import { LinkChoices } from '../../src/response/link/linkInput.ts';
import { readProvider } from '../../src/response/provider/read.ts';
import { TextScan } from '../../src/response/text/textScan.ts';
import { seededRandom } from '../seededRandom.ts';
import { responseText } from './responseText.ts';

export interface ReadingSpeed {
  readonly what: string;
  readonly bytes: number;
  /** Medians, in megabytes of text per second. */
  readonly readingMBps: number;
  readonly parseMBps: number;
}

const runs = 5;
const bodyBytes = 4_000_000;

/** Reads bodies with texts alone, and with token log probabilities, `runs` times each. */
export function measureReading(): readonly ReadingSpeed[] {
  return [
    speedOf('completions without tokens', bodiesText()),
    speedOf('chat with log probabilities of every token', tokensText()),
  ];
}

function speedOf(what: string, text: string): ReadingSpeed {
  const bytes = new TextEncoder().encode(text);
  const rate = (work: () => unknown): number => {
    const times = Array.from({ length: runs + 1 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    // The first run warms up.
    const sorted = times.slice(1).sort((a, b) => a - b);
    return bytes.length / 1000 / (sorted[runs >> 1] ?? Number.NaN);
  };
  const { table, lines } = strictPass(bytes, { depth: 4 });
  return {
    what,
    bytes: bytes.length,
    readingMBps: rate(() => readBodies(bytes, table, lines)),
    parseMBps: rate(() => JSON.parse(text)),
  };
}

/** What a load does with every provider response once the text is checked; gives the number of choices. */
function readBodies(...document: Parameters<typeof createDocument>): number {
  const bodies = documentCursor(createDocument(...document), rootPointer)?.get('provider_responses');
  const linkable = new LinkChoices();
  const scan = new TextScan();
  let count = 0;
  for (const body of bodies?.items() ?? []) {
    const { reading } = readProvider(body);
    const context = tokenContext(reading, { prompts: [] });
    for (const choice of reading.choices) {
      linkable.add(count, choice.scanText(scan) ? scan : undefined, choice.toolCalls);
      tokensAtLoad(choice, context, { prompts: [] });
      count++;
    }
  }
  return count;
}

function bodiesText(): string {
  const { provider_responses } = JSON.parse(responseText({ bytes: 2 * bodyBytes, seed: 1 }));
  return JSON.stringify({ provider_responses });
}

const syllables = ['the ', 'lamp ', 'fol', 'lows ', 'day', 'light', ', ', 'é', '“', '🙂', '.\n'];

function tokensText(): string {
  const random = seededRandom(2);
  const token = (): object => {
    const text = syllables[Math.floor(random() * syllables.length)] ?? '';
    return { token: text, logprob: -random(), bytes: Array.from(new TextEncoder().encode(text)) };
  };
  const choice = (index: number): object => {
    const content = Array.from({ length: 400 }, () => ({ ...token(), top_logprobs: [token(), token(), token()] }));
    const text = content.map((one) => (one as { token?: string }).token ?? '').join('');
    return { index, message: { role: 'assistant', content: text }, logprobs: { content }, finish_reason: 'stop' };
  };
  const body = { object: 'chat.completion', choices: Array.from({ length: 8 }, (_, index) => choice(index)) };
  const count = Math.max(1, Math.round(bodyBytes / JSON.stringify(body).length));
  return JSON.stringify({ provider_responses: Array.from({ length: count }, () => body) });
}
