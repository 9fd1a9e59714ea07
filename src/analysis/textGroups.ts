// Groups equal texts, byte for byte or after stated normalisations. Knows texts only.

export interface Normalisation {
  readonly ignoresCase?: boolean;
  readonly ignoresWhiteSpace?: boolean;
  readonly ignoresPunctuation?: boolean;
}

export interface TextGroups {
  /** The group of each text, from 0 in order of appearance. */
  readonly groupOf: Uint32Array;
  /** The texts of each group, rising, by their place. */
  readonly groups: readonly (readonly number[])[];
}

/** What is compared of a text: small letters, single spaces and none around, no punctuation, each where it is asked for. */
function normalisedText(text: string, { ignoresCase, ignoresWhiteSpace, ignoresPunctuation }: Normalisation): string {
  let normalised = ignoresCase ? text.toLowerCase() : text;
  if (ignoresPunctuation) normalised = normalised.replaceAll(/[\p{P}`]+/gu, '');
  if (ignoresWhiteSpace) normalised = normalised.replaceAll(/\s+/g, ' ').trim();
  return normalised;
}

/** Groups texts that are equal after the normalisation. */
export function groupTexts(texts: readonly string[], normalisation: Normalisation = {}): TextGroups {
  const groupOf = new Uint32Array(texts.length);
  const groups: number[][] = [];
  const known = new Map<string, number>();
  const numberOf = new Map<string, number>();
  texts.forEach((text, at) => {
    let group = known.get(text);
    if (group === undefined) {
      const normalised = normalisedText(text, normalisation);
      group = numberOf.get(normalised) ?? groups.length;
      numberOf.set(normalised, group);
      known.set(text, group);
    }
    groupOf[at] = group;
    const list = groups[group];
    if (list) list.push(at);
    else groups[group] = [at];
  });
  return { groupOf, groups };
}
