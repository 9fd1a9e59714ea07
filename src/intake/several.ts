// A part that stands for several responses, one by one.

import type { Part } from './form.ts';

/** The part itself where it stands for one text; maps lead to the text that the form was given. */
export function singles(part: Part): readonly Part[] {
  const { several, map: outer } = part;
  if (several === undefined) return [part];
  return Array.from({ length: several.roots.count }, (_, response) => {
    const one = several.partOf(response);
    return outer && one.map ? { ...one, map: outer.under(one.map) } : one;
  });
}
