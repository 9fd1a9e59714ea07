// Which fields the samples' JSON agrees on: a table of paths and samples, with variants, majority and figures. Pure.

import type { NodeKind } from '../../json/nodeTable.ts';
import { type Pointer, pointerFromKeys } from '../../json/pointer.ts';
import { type FieldError, type FieldNode, readFieldTree } from './fieldTree.ts';
import type { JsonPart } from './jsonParts.ts';

/** One of the values that samples have at a path. */
export interface FieldVariant {
  /** `missing` where the path does not exist: neither null nor empty. */
  readonly kind: NodeKind | 'missing';
  /** As the first of its samples writes it; '' for missing. Objects and arrays with members are `{` and `[`. */
  readonly lexeme: string;
  /** Items of an array; members of the object of the first of its samples; else 0. */
  readonly memberCount: number;
  readonly samples: readonly number[];
  /** Samples that write the same value otherwise, with their spelling: `129.0` beside `129`. */
  readonly otherwise: readonly { readonly sample: number; readonly lexeme: string }[];
}

/** A number of the figures; `lexeme` as it is written, undefined for a mean of two. */
export interface FieldFigure {
  readonly value: number;
  readonly lexeme: string | undefined;
}

export interface Field {
  /** The path from the root of the JSON text, or from the label of one of several. */
  readonly pointer: Pointer;
  readonly key: string;
  /** 0 for members of the root. */
  readonly depth: number;
  /** Whether some sample has members here. */
  readonly hasMembers: boolean;
  /** Fewest and most members of an array or object here; undefined where no sample has one. */
  readonly memberCounts: { readonly least: number; readonly most: number; readonly isArray: boolean } | undefined;
  /** Those of most samples first; of equal ones that of the earlier sample. The first is the majority. */
  readonly variants: readonly FieldVariant[];
  /** By sample: the place in `variants`, -1 for samples that do not parse or have no JSON. */
  readonly variantOf: Int32Array;
  /** How many samples have the majority. */
  readonly agreement: number;
  /** Of all numbers here; undefined without numbers. */
  readonly figures: { readonly min: FieldFigure; readonly median: FieldFigure; readonly max: FieldFigure } | undefined;
}

export interface FieldTable {
  readonly sampleCount: number;
  /** In the order of the JSON texts, members below their container. */
  readonly fields: readonly Field[];
  /** Fields on which not all parsed samples agree. */
  readonly disagreeing: number;
  /** Samples whose JSON parses, rising. */
  readonly parsed: readonly number[];
  readonly errors: readonly FieldError[];
  /** Samples without JSON, rising. */
  readonly without: readonly number[];
  /** True when there were more fields than are kept. */
  readonly isCut: boolean;
  /** The majority of every field as one JSON text, pretty-printed; '' when nothing parses. */
  readonly majorityText: string;
}

/**
 * Compares the JSON of samples field by field. Key order does not matter, numbers are equal by value. Where the root is no
 * object or array it is the only field, with an empty pointer and key.
 */
export function compareFields(samples: readonly (readonly JsonPart[])[]): FieldTable {
  const { root, parsed, errors, without, isCut } = readFieldTree(samples);
  const fields: Field[] = [];
  const add = (node: FieldNode, keys: readonly string[]): void => {
    fields.push(fieldOf(node, keys, parsed, samples.length));
  };
  if ([...root.values.values()].some(({ memberCount }) => memberCount === 0) || !haveSameKind(root)) add(root, []);
  const open: { node: FieldNode; keys: readonly string[] }[] = [{ node: root, keys: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, keys } = next;
    if (node !== root) add(node, keys);
    for (const member of [...node.members].reverse()) open.push({ node: member, keys: [...keys, member.key] });
  }
  return {
    sampleCount: samples.length,
    fields,
    disagreeing: fields.filter(({ agreement }) => agreement < parsed.length).length,
    parsed,
    errors,
    without,
    isCut,
    majorityText: majorityText(root, parsed, ''),
  };
}

function haveSameKind({ values }: FieldNode): boolean {
  return new Set([...values.values()].map(({ kind }) => kind)).size < 2;
}

function fieldOf(node: FieldNode, keys: readonly string[], parsed: readonly number[], sampleCount: number): Field {
  const variants = variantsOf(node, parsed);
  const variantOf = new Int32Array(sampleCount).fill(-1);
  variants.forEach(({ samples }, place) => {
    for (const sample of samples) variantOf[sample] = place;
  });
  const containers = [...node.values.values()].filter(({ kind }) => kind === 'array' || kind === 'object');
  const counts = containers.map(({ memberCount }) => memberCount);
  return {
    pointer: pointerFromKeys(keys),
    key: node.key,
    depth: Math.max(0, keys.length - 1),
    hasMembers: node.members.length > 0,
    memberCounts:
      containers.length === 0
        ? undefined
        : {
            least: Math.min(...counts),
            most: Math.max(...counts),
            isArray: containers.every(({ kind }) => kind === 'array'),
          },
    variants,
    variantOf,
    agreement: variants[0]?.samples.length ?? 0,
    figures: figuresOf(node),
  };
}

/** The variants among some samples, that of most samples first. */
function variantsOf({ values }: FieldNode, samples: readonly number[]): readonly FieldVariant[] {
  const byKey = new Map<
    string,
    {
      kind: FieldVariant['kind'];
      lexeme: string;
      memberCount: number;
      samples: number[];
      otherwise: FieldVariant['otherwise'][number][];
    }
  >();
  for (const sample of samples) {
    const value = values.get(sample);
    const kind = value?.kind ?? 'missing';
    const own = value?.lexeme ?? '';
    const key = `${kind} ${value?.key ?? ''}`;
    const variant = byKey.get(key);
    if (variant === undefined) {
      byKey.set(key, { kind, lexeme: own, memberCount: value?.memberCount ?? 0, samples: [sample], otherwise: [] });
      continue;
    }
    variant.samples.push(sample);
    if (own !== variant.lexeme) variant.otherwise.push({ sample, lexeme: own });
  }
  return [...byKey.values()].sort((one, other) => other.samples.length - one.samples.length);
}

function figuresOf({ values }: FieldNode): Field['figures'] {
  const numbers = [...values.values()]
    .filter(({ kind }) => kind === 'number')
    .map(({ lexeme }) => ({ value: Number(lexeme), lexeme }))
    .sort((one, other) => one.value - other.value);
  const [min, max] = [numbers[0], numbers.at(-1)];
  if (min === undefined || max === undefined) return undefined;
  const low = numbers[(numbers.length - 1) >> 1] ?? min;
  const high = numbers[numbers.length >> 1] ?? max;
  const median =
    low.value === high.value ? low : { value: low.value + (high.value - low.value) / 2, lexeme: undefined };
  return { min, median, max };
}

/**
 * The majority of a node and all below it. Members are decided by the samples that have the majority of their container,
 * so that the parts fit together.
 */
function majorityText(node: FieldNode, samples: readonly number[], indent: string): string {
  const variant = variantsOf(node, samples)[0];
  if (variant === undefined || variant.kind === 'missing') return '';
  if (variant.lexeme !== '{' && variant.lexeme !== '[') return variant.lexeme;
  const inner = `${indent}  `;
  const isArray = variant.kind === 'array';
  const parts: string[] = [];
  for (const member of node.members) {
    if (member.isItem !== isArray) continue;
    const text = majorityText(member, variant.samples, inner);
    if (text === '') continue;
    parts.push(isArray ? `${inner}${text}` : `${inner}${JSON.stringify(member.key)}: ${text}`);
  }
  const [first, last] = isArray ? ['[', ']'] : ['{', '}'];
  return parts.length === 0 ? `${first}${last}` : `${first}\n${parts.join(',\n')}\n${indent}${last}`;
}

/** What one sample has at a field; undefined when it is missing there, or the sample has no values. */
export function lexemeOf({ variants, variantOf }: Field, sample: number): string | undefined {
  const variant = variants[variantOf[sample] ?? -1];
  if (variant === undefined || variant.kind === 'missing') return undefined;
  return variant.otherwise.find((other) => other.sample === sample)?.lexeme ?? variant.lexeme;
}
