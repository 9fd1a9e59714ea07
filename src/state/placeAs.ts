// A place written as a person needs it elsewhere: pointer, jq path, Python accessor. Asks the response which digits are places in arrays.

import { digitsAreIndexes, jqPath, pythonAccessor } from '../json/accessors.ts';
import { type Pointer, pointerFromKeys, pointerKeys } from '../json/pointer.ts';
import type { Questions } from '../response/questions.ts';

export const placeForms = ['pointer', 'jq', 'python'] as const;
export type PlaceForm = (typeof placeForms)[number];

/** What a form is called, and what copying in it is. */
export const placeFormWords = {
  pointer: { name: 'Pointer', action: 'Copy pointer' },
  jq: { name: 'jq path', action: 'Copy as jq path' },
  python: { name: 'Python accessor', action: 'Copy as Python accessor' },
} as const satisfies Readonly<Record<PlaceForm, object>>;

/** The place in this form; rejects when the response cannot be asked any more. */
export async function placeAs(questions: Questions, pointer: Pointer, form: PlaceForm): Promise<string> {
  if (form === 'pointer') return pointer;
  const keys = pointerKeys(pointer);
  const isIndex = await Promise.all(
    keys.map(async (key, depth) => {
      if (!digitsAreIndexes(depth, key)) return false;
      const node = await questions.node(pointerFromKeys(keys.slice(0, depth + 1)));
      return node === undefined || typeof node.key === 'number';
    }),
  );
  const write = form === 'jq' ? jqPath : pythonAccessor;
  return write(pointer, (depth) => isIndex[depth] ?? false);
}
