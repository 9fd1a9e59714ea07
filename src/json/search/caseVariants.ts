// Which code points differ in case alone. By code point, without a language: what Unicode gives as the lower case of one character.

let byLowerCase: Map<string, number[]> | undefined;

/** Above this no code point has another case (Unicode 17: Adlam ends at U+1E943). */
const lastCased = 0x1e943;

/** The code point and those that differ from it in case alone, among them the final sigma. */
export function caseVariants(code: number): readonly number[] {
  byLowerCase ??= upperCasesByLower();
  const lower = lowerCase(code);
  const variants = byLowerCase.get(lower) ?? [];
  const [first = code] = Array.from(lower, (character) => character.codePointAt(0));
  return lower === String.fromCodePoint(first) && !variants.includes(first) ? [first, ...variants] : variants;
}

function lowerCase(code: number): string {
  const lower = String.fromCodePoint(code).toLowerCase();
  return lower === 'ς' ? 'σ' : lower;
}

function upperCasesByLower(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let code = 0x41; code <= lastCased; code++) {
    const lower = lowerCase(code);
    if (lower === String.fromCodePoint(code)) continue;
    const variants = found.get(lower);
    if (variants) variants.push(code);
    else found.set(lower, [code]);
  }
  return found;
}
