// Damages a value in ways in which real bodies differ from what a reader hopes for. The same for the same random source.
import type { JsonValue } from '../../src/json/value.ts';

type Random = () => number;
type Members = Record<string, JsonValue>;

const strangers: readonly JsonValue[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -9999,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  '',
  ' ',
  'text',
  '\ufffd',
  '\ud83d',
  'bytes:\\xe2\\x80',
  '{"choices": [{"text": "inside"}]}',
  '{"cut": [1, ',
  'data: {"choices": [{"text": "a"}]}\n\n',
  [],
  {},
  [null],
  [[]],
  { choices: [] },
  { type: 'text', text: 3 },
  JSON.parse('{"__proto__": {"choices": []}}') as JsonValue,
];

/** A copy with a few damages: keys dropped or renamed, types swapped, lists cut or repeated, values nested in others. */
export function mutate(body: JsonValue, random: Random): JsonValue {
  let damaged = structuredClone(body);
  const count = 1 + Math.floor(random() * 4);
  for (let i = 0; i < count; i++) damaged = damageAt(damaged, random, 0);
  return damaged;
}

function damageAt(value: JsonValue, random: Random, depth: number): JsonValue {
  const isContainer = typeof value === 'object' && value !== null;
  if (isContainer && depth < 12 && random() < (depth === 0 ? 0.97 : 0.85)) {
    if (Array.isArray(value) && value.length > 0) {
      const at = Math.floor(random() * value.length);
      return value.map((one: JsonValue, i) => (i === at ? damageAt(one, random, depth + 1) : one));
    }
    const keys = Object.keys(value);
    const key = pick(keys, random);
    if (!Array.isArray(value) && key !== undefined) {
      const members = value as Members;
      return { ...members, [key]: damageAt(members[key] as JsonValue, random, depth + 1) };
    }
  }
  return damage(value, random);
}

function damage(value: JsonValue, random: Random): JsonValue {
  switch (Math.floor(random() * 8)) {
    case 0:
    case 1:
      return pick(strangers, random) ?? null;
    case 2:
      return without(value, random);
    case 3:
      return nested(value, random);
    case 4:
      return Array.isArray(value) ? value.slice(0, Math.floor(random() * value.length)) : [value];
    case 5:
      return Array.isArray(value) ? [...value, ...value.slice(0, 3)] : { value };
    case 6:
      return typeof value === 'string' ? value.slice(0, Math.floor(random() * value.length)) : typeof value;
    default:
      return typeof value === 'number' ? -value : JSON.stringify(value);
  }
}

/** An object without one of its keys, or with it under another name. */
function without(value: JsonValue, random: Random): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const dropped = pick(Object.keys(value), random);
  const members = Object.entries(value).filter(([key]) => key !== dropped);
  const { [dropped ?? '']: moved } = value as Members;
  return Object.fromEntries(random() < 0.5 || moved === undefined ? members : [...members, [`${dropped}_`, moved]]);
}

/** The value inside many others, or inside one of the wrappers that readers peel. */
function nested(value: JsonValue, random: Random): JsonValue {
  const depth = random() < 0.1 ? 2000 : 1 + Math.floor(random() * 5);
  const key = pick(['body', 'data', '__data__', 'choices', 'message', 'content', 'list'], random) ?? 'list';
  let inner = value;
  for (let i = 0; i < depth; i++) inner = key === 'list' ? [inner] : { [key]: inner };
  return inner;
}

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)];
}
