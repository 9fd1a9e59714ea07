// HL063, HL064, HL067 and HL069 of tokens that were read in columns, as `tokenChecks.ts` finds them: the others find nothing of such tokens.

import type { Issue } from '../model.ts';
import type { RequestFacts } from '../request.ts';
import type { ScannedTokens } from '../tokens/scanTokens.ts';
import { stateCodes } from '../tokens/tokenColumns.ts';
import { type Check, runChecks } from './check.ts';
import { afterStopFinding, fewerFinding, tooMuchFinding, valuelessFinding } from './tokenFindings.ts';

interface ScannedSubject {
  readonly tokens: ScannedTokens;
  readonly request: RequestFacts;
}

const mostPlaces = 100;

const scannedTokenChecks: readonly Check<ScannedSubject>[] = [
  {
    id: 'HL063',
    severity: 'info',
    find({ tokens: { afterStop, pointerAt } }) {
      return afterStop.count === 0 ? [] : [afterStopFinding(afterStop.count, pointerAt(afterStop.first))];
    },
  },
  {
    id: 'HL064',
    severity: 'info',
    find({ tokens: { columns, pointer, pointerAt, lexemeAt } }) {
      const { count, state } = columns;
      const lexemes = new Set<string>();
      const places: number[] = [];
      let found = 0;
      for (let at = 0; at < count; at++) {
        if (state[at] === stateCodes.ok || (at === 0 && state[at] === stateCodes.unknown)) continue;
        lexemes.add(lexemeAt(at));
        if (found++ < mostPlaces) places.push(at);
      }
      if (found === 0) return [];
      const [first = pointer, ...others] = places.map(pointerAt);
      return [valuelessFinding(found, lexemes, first, others)];
    },
  },
  {
    id: 'HL067',
    severity: 'info',
    find({ tokens: { columns, pointer, pointerAt, isEcho }, request }) {
      const wanted = request.logprobs?.value ?? 0;
      const { count, alternatives } = columns;
      if (wanted <= 0) return [];
      let fewestAt = -1;
      let fewest = wanted;
      let fewer = 0;
      for (let at = isEcho ? 1 : 0; at < count; at++) {
        const own = alternatives[at] as number;
        if (own < wanted) fewer++;
        if (own >= fewest) continue;
        fewest = own;
        fewestAt = at;
      }
      if (fewestAt < 0) return [];
      return [fewerFinding({ fewest, wanted, fewer, count, at: pointerAt(fewestAt), list: pointer })];
    },
  },
  {
    id: 'HL069',
    severity: 'warning',
    find({ tokens: { columns, pointerAt } }) {
      const { tooMuch, tooMuchAt } = columns;
      const [first] = tooMuchAt;
      if (first === undefined) return [];
      return [tooMuchFinding(tooMuch[0] ?? 0, pointerAt(first), tooMuchAt.slice(1, 101).map(pointerAt))];
    },
  },
];

/** Issues of the tokens of one choice. */
export function checkScannedTokens(tokens: ScannedTokens, request: RequestFacts): readonly Issue[] {
  return runChecks(scannedTokenChecks, { tokens, request });
}
