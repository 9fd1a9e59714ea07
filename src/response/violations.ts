// Holds a part of a response against its schema and says every difference as an issue. Reads only what the schema looks
// at, so that a part of any size is validated without a copy of it. Must not know which schema it is.

import * as v from 'valibot';
import type { JsonCursor } from '../json/cursor.ts';
import { childPointer, type Pointer, parentPointer, pointerKeys } from '../json/pointer.ts';
import { plural } from '../words/numbers.ts';
import type { Issue } from './model.ts';
import { placeName } from './placeName.ts';
import { knownExtraKeys } from './schema.ts';

type AnySchema = v.GenericSchema;

/** A key that the schema does not list, with the place of its kind: `data[].score`. */
export interface ExtraKey {
  readonly name: string;
  readonly pointer: Pointer;
}

export interface Violations {
  readonly issues: readonly Issue[];
  /** Those that it has in common with others of its shape, which are not in `issues` then. */
  readonly shared?: SharedIssues;
  readonly extraKeys: readonly ExtraKey[];
}

/** Issues that all items of one shape have, as one of them has them: another has them with its own position in the place and in the message. */
export interface SharedIssues {
  readonly position: number;
  readonly issues: readonly Pick<Issue, 'id' | 'severity' | 'message' | 'pointer'>[];
}

/** Violations listed of one part; the last says how many more there are. */
const mostListed = 100;

/** What was found of a shape. */
interface KnownShape {
  readonly shared: SharedIssues;
  /** Keys that the schema does not list, with their names. */
  readonly extraKeys: readonly { readonly name: string; readonly key: string }[];
}

/** Shapes that are remembered; of a document with more there is none that most items have. */
const mostShapes = 1000;

/**
 * Tells what is wrong with objects without validating each: those of a shape that was validated before, where nothing but the kinds of the members
 * decides, have what the first of them had. Most generations of a response are of one shape.
 */
export class KnownShapes {
  readonly #known = new Map<number, KnownShape | undefined>();
  readonly #isRelative: boolean;

  /** `isRelative`: of what is no CompletionResponse, in which nothing that only that has is missed. */
  constructor(isRelative = false) {
    this.#isRelative = isRelative;
  }

  /** As `violations`, of item `position` of `data`. */
  violations(schema: AnySchema, cursor: JsonCursor, position: number): Violations {
    const shape = cursor.shape();
    if (shape !== undefined && this.#known.has(shape)) return sharedBy(this.#known.get(shape), cursor);
    const found = this.#found(schema, cursor, position);
    const isDecided = shape !== undefined && this.#known.size < mostShapes && isDecidedByKinds(schema, cursor);
    if (isDecided && found.issues.every((issue) => isShareable(issue, position))) {
      const extraKeys = found.extraKeys.map(({ name }) => ({ name, key: name.slice('data[].'.length) }));
      const isSound = found.issues.length === 0 && extraKeys.length === 0;
      this.#known.set(shape, isSound ? undefined : { shared: { position, issues: found.issues }, extraKeys });
    }
    return found;
  }

  #found(schema: AnySchema, cursor: JsonCursor, position: number): Violations {
    const { issues, extraKeys } = violations(schema, cursor, 'data[]', `data[${position}]`);
    return { issues: this.#isRelative ? issues.filter(({ id }) => id !== 'HL002') : issues, extraKeys };
  }
}

/**
 * As `KnownShapes`, of the roots of many responses in one document: what one has nothing wrong with, where nothing but the kinds of members decides, others
 * of its shape have nothing wrong with either.
 */
export class KnownRoots {
  /** Keys that the schema does not list, by shape. */
  readonly #known = new Map<string, readonly string[]>();

  /** As `violations`, of the root of a response. */
  violations(schema: AnySchema, root: JsonCursor): Violations {
    const shape = shapeWithin(schema, root);
    const known = shape === undefined ? undefined : this.#known.get(shape);
    if (known !== undefined)
      return { issues: [], extraKeys: known.map((name) => ({ name, pointer: childPointer(root.pointer, name) })) };
    const found = violations(schema, root, '');
    const isSound = shape !== undefined && found.issues.length === 0 && this.#known.size < mostShapes;
    const isOwn = found.extraKeys.every(({ name, pointer }) => pointer === childPointer(root.pointer, name));
    if (isSound && isOwn && areDecidedByKinds(schema, root))
      this.#known.set(
        shape,
        found.extraKeys.map(({ name }) => name),
      );
    return found;
  }
}

/** The shape of an object and of those in it that the schema looks into. */
function shapeWithin(schema: AnySchema, cursor: JsonCursor): string | undefined {
  const own = cursor.shape();
  if (own === undefined) return undefined;
  return innerKeys(schema).reduce((shape, key) => `${shape} ${cursor.get(key)?.shape() ?? ''}`, String(own));
}

function areDecidedByKinds(schema: AnySchema, cursor: JsonCursor): boolean {
  const entries = objectEntries(schema) ?? {};
  const isInnerDecided = innerKeys(schema).every((key) => {
    const member = cursor.get(key);
    return member?.kind !== 'object' || isDecidedByKinds(entries[key] as AnySchema, member);
  });
  return isInnerDecided && isDecidedByKinds(schema, cursor, true);
}

const innerKeysOf = new WeakMap<AnySchema, readonly string[]>();

/** Keys under which a schema looks into objects. */
function innerKeys(schema: AnySchema): readonly string[] {
  let keys = innerKeysOf.get(schema);
  if (keys === undefined) {
    const entries = Object.entries(objectEntries(schema) ?? {});
    keys = entries.filter(([, inner]) => objectEntries(inner) !== undefined).map(([key]) => key);
    innerKeysOf.set(schema, keys);
  }
  return keys;
}

const noViolations: Violations = { issues: [], extraKeys: [] };

function sharedBy(known: KnownShape | undefined, cursor: JsonCursor): Violations {
  if (known === undefined) return noViolations;
  const { shared, extraKeys } = known;
  return {
    issues: [],
    ...(shared.issues.length > 0 && { shared }),
    extraKeys: extraKeys.map(({ name, key }) => ({ name, pointer: childPointer(cursor.pointer, key) })),
  };
}

/** Whether an issue of item `position` of `data` says nothing but that position and what its shape says. */
function isShareable({ message, pointer, detail, related }: Issue, position: number): boolean {
  const name = `data[${position}]`;
  const isNamed = message.startsWith(name) || message.startsWith(`\`${name}`);
  return isNamed && splitsInto(pointer, position) && detail === undefined && related === undefined;
}

function splitsInto(pointer: Pointer, position: number): boolean {
  const [list, item, ...rest] = pointerKeys(pointer);
  return list === 'data' && item === String(position) && rest.length < 2;
}

/** Whether the schema looks into no member, and asks no number for more than to be whole. What a message quotes is no matter of kinds. */
function isDecidedByKinds(schema: AnySchema, cursor: JsonCursor, areObjectsTold = false): boolean {
  const entries = objectEntries(schema) ?? {};
  for (const [key, member] of cursor.entries()) {
    const inner = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (inner === undefined) continue;
    if (member.kind === 'literal') return false;
    if (!areObjectsTold && member.kind === 'object' && objectEntries(inner) !== undefined) return false;
    if (member.kind === 'array' && arrayItem(inner) !== undefined) return false;
    if (member.kind === 'number' && !/^-?\d{1,15}$/.test(member.lexeme())) return false;
  }
  return true;
}

/**
 * Every violation of `schema` by the value at `cursor`. A missing required key of the value itself is HL002 when
 * `requiredIn` names it (`data[3]`), any other violation HL003; a missing key points at its parent. `place` is the kind
 * of place (`''` for the root, `data[]`), under which extra keys are reported.
 */
export function violations(schema: AnySchema, cursor: JsonCursor, place: string, requiredIn?: string): Violations {
  const extraKeys: ExtraKey[] = [];
  const outline = outlineFor(schema, cursor, place, extraKeys);
  const parsed = v.safeParse(schema, outline);
  const found = parsed.issues ?? [];
  const issues = found.slice(0, mostListed).map((one) => describe(innermost(one), schema, cursor, requiredIn));
  const last = issues.at(-1);
  if (last !== undefined && found.length > mostListed) {
    const unlisted = plural(found.length - mostListed, 'more violation');
    issues[mostListed - 1] = { ...last, detail: `${unlisted} of ${placeName(cursor.pointer)} are not listed.` };
  }
  return { issues, extraKeys };
}

interface Violation {
  readonly keys: readonly (string | number)[];
  readonly issue: v.BaseIssue<unknown>;
}

function describe(
  { keys, issue }: Violation,
  schema: AnySchema,
  root: JsonCursor,
  requiredIn: string | undefined,
): Issue {
  let place: JsonCursor | undefined = root;
  let pointer = root.pointer;
  for (const key of keys) {
    place = place && memberOf(place, key);
    pointer = childPointer(pointer, key);
  }
  if (place === undefined && requiredIn !== undefined && keys.length === 1) {
    return {
      id: 'HL002',
      severity: 'error',
      message: `${requiredIn} has no \`${keys[0]}\` (required by the v4 schema).`,
      pointer: root.pointer,
    };
  }
  const is = place === undefined ? 'missing' : kindName(place);
  const expected = place === undefined ? schemaAt(schema, keys)?.expects : issue.expected;
  const says = issue.type === 'integer' ? 'a whole number' : expectedName(expected ?? '');
  return {
    id: 'HL003',
    severity: 'warning',
    message: `\`${placeName(pointer)}\` is ${is}, the schema says ${says}.`,
    pointer: place === undefined ? (parentPointer(pointer) ?? pointer) : pointer,
  };
}

function memberOf(cursor: JsonCursor, key: string | number): JsonCursor | undefined {
  if (cursor.kind === 'object') return cursor.get(String(key));
  let position = 0;
  for (const item of cursor.items()) if (position++ === key) return item;
  return undefined;
}

/** Of a union that failed, the issue of the option that came further than the outer type, if there is one. */
function innermost(issue: v.BaseIssue<unknown>, above: readonly (string | number)[] = []): Violation {
  const keys = [...above, ...(issue.path ?? []).map((item) => item.key as string | number)];
  const deeper = issue.issues?.find(({ path }) => path !== undefined);
  return deeper === undefined ? { keys, issue } : innermost(deeper, keys);
}

function kindName(cursor: JsonCursor): string {
  switch (cursor.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'string':
      return 'a string';
    case 'number': {
      const number = cursor.number();
      return number !== undefined && Number.isInteger(number) ? 'a number' : cursor.lexeme().slice(0, 40);
    }
    case 'literal':
      return cursor.lexeme().slice(0, 40);
    default:
      return cursor.kind;
  }
}

function expectedName(expects: string): string {
  const names = expects.replaceAll(/[()]/g, '').split(' | ');
  return names
    .filter((name) => name !== 'null' && name !== 'undefined')
    .map(expectedWord)
    .join(' or ');
}

function expectedWord(expected: string): string {
  switch (expected) {
    case 'Object':
      return 'an object';
    case 'Array':
      return 'a list';
    default:
      return `a ${expected}`;
  }
}

/** A value with only those members that the schema reads; strings keep no text. */
function outlineFor(schema: AnySchema, cursor: JsonCursor, place: string, extraKeys: ExtraKey[]): unknown {
  switch (cursor.kind) {
    case 'object': {
      const entries = objectEntries(schema);
      const outline: Record<string, unknown> = {};
      if (entries === undefined) return outline;
      const known = knownExtraKeys[place] ?? [];
      for (const [key, member] of cursor.entries()) {
        if (Object.hasOwn(entries, key)) {
          const inner = place === '' ? key : `${place}.${key}`;
          outline[key] = outlineFor(entries[key] as AnySchema, member, inner, extraKeys);
        } else if (!known.includes(key)) {
          extraKeys.push({ name: place === '' ? key : `${place}.${key}`, pointer: member.pointer });
        }
      }
      return outline;
    }
    case 'array': {
      const item = arrayItem(schema);
      // For valibot a list is an object too; this stands for one where no list is expected, and is nothing else.
      if (item === undefined) return 0n;
      return Array.from(cursor.items(), (member) => outlineFor(item, member, `${place}[]`, extraKeys));
    }
    case 'string':
      return '';
    case 'number':
      return Number(cursor.lexeme());
    case 'literal':
      return Number.NaN;
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
  }
}

// Of valibot's schemas these parts are read: `entries` of objects, `item` of arrays, `wrapped` of optional ones and
// `options` of unions. An object schema without entries takes any object.

interface SchemaParts {
  readonly entries?: Record<string, AnySchema>;
  readonly item?: AnySchema;
  readonly wrapped?: AnySchema;
  readonly options?: readonly AnySchema[];
}

function objectEntries(schema: AnySchema): Record<string, AnySchema> | undefined {
  const parts = schema as SchemaParts;
  if (parts.entries !== undefined) return Object.keys(parts.entries).length === 0 ? undefined : parts.entries;
  return insideOf(parts, objectEntries);
}

function arrayItem(schema: AnySchema): AnySchema | undefined {
  const parts = schema as SchemaParts;
  return parts.item ?? insideOf(parts, arrayItem);
}

/** The schema of a place below. */
function schemaAt(schema: AnySchema, keys: readonly (string | number)[]): AnySchema | undefined {
  let found: AnySchema | undefined = schema;
  for (const key of keys) found = found && (typeof key === 'number' ? arrayItem(found) : objectEntries(found)?.[key]);
  return found;
}

function insideOf<T>(parts: SchemaParts, find: (schema: AnySchema) => T | undefined): T | undefined {
  for (const schema of parts.wrapped === undefined ? (parts.options ?? []) : [parts.wrapped]) {
    const found = find(schema);
    if (found !== undefined) return found;
  }
  return undefined;
}
