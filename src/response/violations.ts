// Holds a part of a response against its schema and says every difference as an issue. Reads only what the schema looks
// at, so that a part of any size is validated without a copy of it. Must not know which schema it is.

import * as v from 'valibot';
import type { JsonCursor } from '../json/cursor.ts';
import { childPointer, type Pointer, parentPointer } from '../json/pointer.ts';
import { plural } from '../words/numbers.ts';
import type { Issue } from './model.ts';
import { placeName } from './placeName.ts';
import { knownExtraKeys } from './schema.ts';
import { type AnySchema, arrayItem, objectEntries, schemaAt } from './schemaParts.ts';

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
