// A consensus as Markdown: the text with its forks numbered in the line, then each fork with its ways, how many went them, and who. Pure.

import { generationName } from '../../../analysis/equalAnswers.ts';
import { fence, inline } from '../../../analysis/takeaway/markdown.ts';
import { formatCount, formatPercent } from '../../../words/numbers.ts';
import type { ConsensusItem, ForkItem } from './consensusItems.ts';
import { wordsBefore } from './consensusWords.ts';
import type { ReadConsensus } from './useConsensus.ts';

/** `samplesOf`: the samples that went a way of a segment, of those that count. */
export function* consensusMarkdown(
  read: ReadConsensus,
  items: readonly ConsensusItem[],
  samplesOf: (segment: number, way: number) => readonly number[],
  notes: readonly string[],
): Generator<string> {
  yield fence(items.map((item) => (item.kind === 'shared' ? item.text : forkInLine(item))).join(''));
  yield '';
  for (const note of notes) yield `${inline(note)}\n`;
  yield '## Forks';
  yield '';
  for (const item of items)
    if (item.kind === 'fork') yield* forkLines(read, item, (way) => samplesOf(item.segment, way));
}

/** `⟨2: reads | follows | ∅⟩`; the words of an only way. */
function forkInLine({ fork, ways }: ForkItem): string {
  if (ways.length === 1) return ways[0]?.text ?? '';
  return `⟨${formatCount(fork + 1)}: ${ways.map(({ text }) => (text === '' ? '∅' : text)).join(' | ')}⟩`;
}

export function* forkLines(
  { consensus, rows, saying }: ReadConsensus,
  item: ForkItem,
  samplesOf: (way: number) => readonly number[],
): Generator<string> {
  const before = wordsBefore(consensus, item.segment, saying);
  const where = item.isApart
    ? 'samples that say something else'
    : before === ''
      ? 'at the start'
      : `after “${inline(before)}”`;
  yield `${formatCount(item.fork + 1)}. ${where}`;
  for (const { way, text, count } of item.ways) {
    const who = samplesOf(way).map((sample) => generationName(rows.at(sample)?.label ?? ''));
    const said = text === '' ? '∅ nothing' : `“${inline(text)}”`;
    yield `   - ${formatCount(count)} of ${formatCount(item.of)} (${formatPercent(count / item.of)}): ${said}, ${inline(who.join(' '))}`;
  }
}
