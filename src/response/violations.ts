// Holds a part of a response against its schema and says every difference as an issue. Reads only what the schema looks
// at, so that a part of any size is validated without a copy of it. Must not know which schema it is.

import * as v from 'valibot';
import type { JsonCursor } from '../json/cursor.ts';
import { childPointer, type Pointer, parentPointer } from '../json/pointer.ts';
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
  readonly extraKeys: readonly ExtraKey[];
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
  const issues: Issue[] = [];
  for (const found of parsed.issues ?? []) {
    const issue = describe(innermost(found), cursor, requiredIn);
    if (!issues.some(({ message }) => message === issue.message)) issues.push(issue);
  }
  return { issues, extraKeys };
}

function describe(found: v.BaseIssue<unknown>, root: JsonCursor, requiredIn: string | undefined): Issue {
  const keys = (found.path ?? []).map((item) => item.key as string | number);
  let parent: JsonCursor | undefined;
  let place: JsonCursor | undefined = root;
  let pointer = root.pointer;
  for (const key of keys) {
    parent = place;
    place = place && memberOf(place, key);
    pointer = childPointer(pointer, key);
  }
  const isMissing = place === undefined;
  if (isMissing && requiredIn !== undefined && parent === root && root.kind === 'object') {
    return {
      id: 'HL002',
      severity: 'error',
      message: `${requiredIn} has no \`${keys.at(-1)}\` (required by the v4 schema).`,
      pointer: root.pointer,
    };
  }
  return {
    id: 'HL003',
    severity: 'warning',
    message: `\`${placeName(pointer)}\` is ${place === undefined ? 'missing' : kindName(place)}, the schema says ${expectedName(found)}.`,
    pointer: isMissing ? (parentPointer(pointer) ?? pointer) : pointer,
  };
}

function memberOf(cursor: JsonCursor, key: string | number): JsonCursor | undefined {
  if (cursor.kind === 'object') return cursor.get(String(key));
  let position = 0;
  for (const item of cursor.items()) if (position++ === key) return item;
  return undefined;
}

/** Of a union that failed, the issue of the one option that came further than the outer type, if there is one. */
function innermost(found: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const deeper = found.issues?.find((issue) => (issue.path?.length ?? 0) > (found.path?.length ?? 0));
  return deeper === undefined ? found : innermost(deeper);
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

function expectedName(found: v.BaseIssue<unknown>): string {
  if (found.type === 'integer') return 'a whole number';
  const expected = (found.expected ?? '').replaceAll(/[()]/g, '').split(' | ');
  const names = expected.filter((name) => name !== 'null' && name !== 'undefined').map(expectedWord);
  return names.join(' or ');
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
      if (item === undefined) return [];
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

function insideOf<T>(parts: SchemaParts, find: (schema: AnySchema) => T | undefined): T | undefined {
  for (const schema of parts.wrapped === undefined ? (parts.options ?? []) : [parts.wrapped]) {
    const found = find(schema);
    if (found !== undefined) return found;
  }
  return undefined;
}
