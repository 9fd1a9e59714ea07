// What is wrong with objects of which there are many, without validating each: those of a shape that was validated before, where nothing but kinds decides, have
// what the first of them had. Must not know which schema it is.

import type { JsonCursor } from '../json/cursor.ts';
import { childPointer, type Pointer, pointerKeys } from '../json/pointer.ts';
import type { Issue } from './model.ts';
import {
  type AnySchema,
  arrayItem,
  objectEntries,
  type SharedIssues,
  type Violations,
  violations,
} from './violations.ts';

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
