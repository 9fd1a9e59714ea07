// What says whether a sample passes, as a person chose it and as it stands in the address. Knows no values.

import type { Pointer } from '../../json/pointer.ts';
import { parseScorePath } from '../../response/scorePath.ts';

export type PassedBy =
  | { readonly kind: 'nothing' | 'stars' }
  /** `from`: the least number that passes; a guess from the values where it is absent. */
  | { readonly kind: 'field'; readonly path: Pointer; readonly from?: number };

// As it stands in the address: `stars`, `field:/data/*/passed`, `field:0.5:/data/*/score`.
export function passedText(by: PassedBy): string {
  if (by.kind !== 'field') return by.kind;
  return by.from === undefined ? `field:${by.path}` : `field:${by.from}:${by.path}`;
}

export function parsePassed(text: string): PassedBy | undefined {
  if (text === 'stars' || text === 'nothing') return { kind: text };
  const [, from, rest = ''] = /^field:(?:(-?[\d.]+(?:e[+-]?\d+)?):)?(\/.*)$/s.exec(text) ?? [];
  const path = parseScorePath(rest);
  if (path === undefined) return undefined;
  const number = from === undefined ? Number.NaN : Number(from);
  return { kind: 'field', path, ...(Number.isFinite(number) && { from: number }) };
}
