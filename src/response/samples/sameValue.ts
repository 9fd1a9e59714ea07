// Whether two plain values (texts, numbers, lists, objects) are equal all the way down. Pure.

/** Equal as `Object.is` has it at the leaves: NaN is itself, -0 is not 0. Keys may stand in any order. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) => Object.hasOwn(other, key) && sameValue(one[key as keyof typeof one], other[key as keyof typeof other]),
  );
}
