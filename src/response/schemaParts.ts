// What is read of a schema: the members of an object, the items of a list, through what is optional and unions. Must not know which schema it is.

import type { GenericSchema } from 'valibot';

export type AnySchema = GenericSchema;

// Of valibot's schemas these parts are read: `entries` of objects, `item` of arrays, `wrapped` of optional ones and
// `options` of unions. An object schema without entries takes any object.

interface SchemaParts {
  readonly entries?: Record<string, AnySchema>;
  readonly item?: AnySchema;
  readonly wrapped?: AnySchema;
  readonly options?: readonly AnySchema[];
}

export function objectEntries(schema: AnySchema): Record<string, AnySchema> | undefined {
  const parts = schema as SchemaParts;
  if (parts.entries !== undefined) return Object.keys(parts.entries).length === 0 ? undefined : parts.entries;
  return insideOf(parts, objectEntries);
}

export function arrayItem(schema: AnySchema): AnySchema | undefined {
  const parts = schema as SchemaParts;
  return parts.item ?? insideOf(parts, arrayItem);
}

/** The schema of a place below. */
export function schemaAt(schema: AnySchema, keys: readonly (string | number)[]): AnySchema | undefined {
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
