// What a consensus comes to in sentences. Pure.

import { type Consensus, waysOf } from '../../../analysis/consensus/consensus.ts';
import { type FollowedWay, type Weighed, waysLeft } from '../../../analysis/consensus/follow.ts';
import { startOf } from '../../../response/text/startOf.ts';
import { formatCount, listPhrase, plural } from '../../../words/numbers.ts';
import { namesOf } from '../sampleWords.ts';
import type { ForkItem } from './consensusItems.ts';
import type { ReadConsensus } from './useConsensus.ts';

/** `“keeps”`, `nothing`; a long passage by its beginning. */
export function wayName(text: string, most = 60): string {
  const said = text.trim();
  if (said === '') return text === '' ? 'nothing' : 'white space';
  const start = startOf(said, most);
  return `“${start.isWhole ? said : `${start.text}…`}”`;
}

/** The last words before a segment, as the most common way of each segment says them; '' at the start. */
export function wordsBefore(consensus: Consensus, segment: number, saying: (sample: number) => string): string {
  let before = '';
  for (let at = segment - 1; at >= 0 && before.length < 60; at--) {
    before = `${wayText({ consensus, saying }, at, 0)}${before}`;
  }
  return before.trim().split(/\s+/).slice(-3).join(' ').slice(-40);
}

/** `29 words are shared by all 8 samples.` The words of segments that all share, white space not counted. */
export function sharedWords(consensus: Consensus, saying: (sample: number) => string): string {
  const along = consensus.texts.filter(({ isApart }) => !isApart);
  const samples = along.reduce((sum, text) => sum + text.samples.length, 0);
  let words = 0;
  for (let segment = 0; segment < consensus.segmentCount; segment++) {
    const wayCount = (consensus.firstWay[segment + 1] ?? 0) - (consensus.firstWay[segment] ?? 0);
    if (wayCount === 1)
      words += wayText({ consensus, saying }, segment, 0).match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)?.length ?? 0;
  }
  return `${words === 0 ? 'No words are' : plural(words, 'word is', 'words are')} shared by ${samples === 2 ? 'both' : `all ${formatCount(samples)}`}.`;
}

/** How far the text can be trusted; nothing where it is exact. */
export function precisionNotes({ granularity, isApproximate }: Consensus): readonly string[] {
  if (granularity !== 'word') {
    return [`Compared by ${granularity}: the outputs are too long, or have too little in common, for words.`];
  }
  return isApproximate ? ['Approximate: parts were left uncompared; more may be shared than is shown as such.'] : [];
}

/**
 * `All 3 that said “follows” go on “and shifts …”, “your eyes …”.`: the forks that following these ways settled, but for those themselves.
 * Undefined where none were.
 */
export function settledWords(
  consensus: Consensus,
  weighed: Weighed,
  followed: readonly FollowedWay[],
  saying: (sample: number) => string,
): string | undefined {
  if (followed.length === 0 || weighed.samples.length < 2) return undefined;
  const said = followed.map(({ segment, way }) => wayName(waysOf(consensus, segment, saying)[way]?.text ?? '', 30));
  const settled: string[] = [];
  for (const segment of consensus.forks) {
    if (followed.some((one) => one.segment === segment)) continue;
    const left = waysLeft(consensus, weighed, segment);
    const way = left[0]?.way;
    if (left.length !== 1 || way === undefined) continue;
    const text = waysOf(consensus, segment, saying)[way]?.text ?? '';
    if (text.trim() !== '') settled.push(wayName(text, 40));
  }
  const count = weighed.samples.length;
  const who = `${count === 2 ? 'Both' : `All ${formatCount(count)}`} that said ${listPhrase(said, 3)}`;
  return settled.length === 0 ? undefined : `${who} also say ${listPhrase(settled, 3)}.`;
}

/** What a way of a segment says, exactly. */
export function wayText(
  { consensus, saying }: Pick<ReadConsensus, 'consensus' | 'saying'>,
  segment: number,
  way: number,
): string {
  const text = consensus.texts[consensus.wayText[(consensus.firstWay[segment] ?? 0) + way] ?? -1];
  return text === undefined ? '' : saying(text.samples[0] ?? -1).slice(text.starts[segment], text.starts[segment + 1]);
}

const mostEqual = 2;

/** `#0 #2 #5 are one text; #3 #6 are one text.` */
export function equalWords({ consensus, rows }: ReadConsensus): string {
  const groups = consensus.texts
    .filter(({ samples }) => samples.length > 1)
    .sort((one, other) => other.samples.length - one.samples.length);
  const said = groups.slice(0, mostEqual).map(({ samples }) => `${namesOf(rows.pick(samples), 6)} are one text`);
  if (groups.length > mostEqual) said.push(`${formatCount(groups.length - mostEqual)} more are said several times`);
  return said.length === 0 ? '' : `${said.join('; ')}.`;
}

/** `Fork 2 of 6: “reads” 4 of 8, “follows” 3 of 8` */
export function spokenFork({ fork, ways, of }: ForkItem, forkCount: number): string {
  const said = ways
    .slice(0, 4)
    .map(({ text, count }) => `${wayName(text)} ${formatCount(count)} of ${formatCount(of)}`);
  if (ways.length > said.length) said.push(`${formatCount(ways.length - said.length)} more ways`);
  return `Fork ${formatCount(fork + 1)} of ${formatCount(forkCount)}: ${said.join(', ')}`;
}
