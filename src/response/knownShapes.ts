// Tells what is wrong with items of a shape that was seen before without validating each. Must not know which schema it is.

import type { JsonCursor } from '../json/cursor.ts';
import { type Pointer, pointerKeys } from '../json/pointer.ts';
import type { Issue } from './model.ts';
import { type AnySchema, arrayItem, objectEntries } from './schemaParts.ts';
import { type SharedIssues, type Violations, violations } from './violations.ts';

/** What was found of a shape. */
interface KnownShape {
  readonly shared: SharedIssues;
  /** Keys that the schema does not list, with their names and the way to them from the item. */
  readonly extraKeys: readonly { readonly name: string; readonly way: string }[];
}

/** Shapes that are remembered; of a document with more there is none that most items have. */
const mostShapes = 1000;

/**
 * Tells what is wrong with objects without validating each: those of a shape that was validated before, where nothing but the kinds of the members
 * decides, have what the first of them had. Most generations of a response are of one shape.
 */
export class KnownShapes {
  readonly #known = new Map<Shape, KnownShape | undefined>();
  /** By the shape of an item: whether the schema looks into a member of it, which is a shape of its own then. */
  readonly #isDeep = new Map<number, boolean>();
  readonly #isRelative: boolean;

  /** `isRelative`: of what is no CompletionResponse, in which nothing that only that has is missed. */
  constructor(isRelative = false) {
    this.#isRelative = isRelative;
  }

  /** As `violations`, of item `position` of `data`. */
  violations(schema: AnySchema, cursor: JsonCursor, position: number): Violations {
    const shape = this.#shapeOf(schema, cursor);
    if (shape !== undefined && this.#known.has(shape)) return sharedBy(this.#known.get(shape), cursor);
    const found = this.#found(schema, cursor, position);
    const isDecided = shape !== undefined && this.#known.size < mostShapes && isDecidedByKinds(schema, cursor);
    if (isDecided && found.issues.every((issue) => isShareable(issue, position))) {
      const from = cursor.pointer.length;
      const extraKeys = found.extraKeys.map(({ name, pointer }) => ({ name, way: pointer.slice(from) }));
      const isSound = found.issues.length === 0 && extraKeys.length === 0;
      this.#known.set(shape, isSound ? undefined : { shared: { position, issues: found.issues }, extraKeys });
    }
    return found;
  }

  #shapeOf(schema: AnySchema, cursor: JsonCursor): Shape | undefined {
    const own = cursor.shape();
    if (own === undefined) return undefined;
    let isDeep = this.#isDeep.get(own);
    if (isDeep === undefined) {
      isDeep = membersToLookInto(schema, cursor).length > 0;
      if (this.#isDeep.size < mostShapes) this.#isDeep.set(own, isDeep);
    }
    return isDeep ? deepShape(schema, cursor) : own;
  }

  #found(schema: AnySchema, cursor: JsonCursor, position: number): Violations {
    const { issues, extraKeys } = violations(schema, cursor, 'data[]', `data[${position}]`);
    return { issues: this.#isRelative ? issues.filter(({ id }) => id !== 'HL002') : issues, extraKeys };
  }
}

const noViolations: Violations = { issues: [], extraKeys: [] };

function sharedBy(known: KnownShape | undefined, cursor: JsonCursor): Violations {
  if (known === undefined) return noViolations;
  const { shared, extraKeys } = known;
  return {
    issues: [],
    ...(shared.issues.length > 0 && { shared }),
    extraKeys: extraKeys.map(({ name, way }) => ({ name, pointer: `${cursor.pointer}${way}` as Pointer })),
  };
}

/** Whether an issue of item `position` of `data` says nothing but that position and what its shape says. */
function isShareable({ message, pointer, detail, related }: Issue, position: number): boolean {
  const name = `data[${position}]`;
  const isNamed = message.startsWith(name) || message.startsWith(`\`${name}`);
  return isNamed && splitsInto(pointer, position) && detail === undefined && related === undefined;
}

function splitsInto(pointer: Pointer, position: number): boolean {
  const [list, item] = pointerKeys(pointer);
  return list === 'data' && item === String(position);
}

/** What `JsonCursor.shape` says; where the schema looks into members, with what that says of those. */
type Shape = number | string;

/** Items of a list that are looked through for a shape: longer ones are hardly ever alike. */
const mostItems = 200;

/** The members of an object that the schema looks into. */
function membersToLookInto(schema: AnySchema, cursor: JsonCursor): readonly (readonly [AnySchema, JsonCursor])[] {
  return Object.entries(objectEntries(schema) ?? {}).flatMap(([key, inner]) => {
    if (objectEntries(inner) === undefined && arrayItem(inner) === undefined) return [];
    const member = cursor.get(key);
    return member !== undefined && looksInto(inner, member) ? [[inner, member] as const] : [];
  });
}

function looksInto(schema: AnySchema, { kind }: JsonCursor): boolean {
  if (kind === 'object') return objectEntries(schema) !== undefined;
  return kind === 'array' && arrayItem(schema) !== undefined;
}

/** The kinds of all that the schema looks at; undefined where that is too much. */
function deepShape(schema: AnySchema, cursor: JsonCursor): string | undefined {
  if (!looksInto(schema, cursor)) return cursor.kind;
  let shape = '[';
  if (cursor.kind === 'object') {
    const own = cursor.shape();
    if (own === undefined) return undefined;
    shape = `{${own}`;
    for (const [inner, member] of membersToLookInto(schema, cursor)) {
      const deeper = deepShape(inner, member);
      if (deeper === undefined) return undefined;
      shape += deeper;
    }
    return `${shape}}`;
  }
  const item = arrayItem(schema);
  if (item === undefined || cursor.length > mostItems) return undefined;
  for (const member of cursor.items()) {
    const deeper = deepShape(item, member);
    if (deeper === undefined) return undefined;
    shape += `${deeper},`;
  }
  return `${shape}]`;
}

/** Whether the schema asks no number for more than to be whole. What a message quotes is no matter of kinds. */
function isDecidedByKinds(schema: AnySchema, cursor: JsonCursor): boolean {
  const item = cursor.kind === 'array' ? arrayItem(schema) : undefined;
  if (item !== undefined) {
    // Only the members of objects are told apart by whether they are whole numbers.
    for (const member of cursor.items())
      if (member.kind === 'number' || member.kind === 'literal' || !isDecidedByKinds(item, member)) return false;
    return true;
  }
  const entries = cursor.kind === 'object' ? objectEntries(schema) : undefined;
  if (entries === undefined) return true;
  for (const [key, member] of cursor.entries()) {
    const inner = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (inner === undefined) continue;
    if (member.kind === 'literal') return false;
    if (member.kind === 'number' && !/^-?\d{1,15}$/.test(member.lexeme())) return false;
    if (looksInto(inner, member) && !isDecidedByKinds(inner, member)) return false;
  }
  return true;
}
