// What is wrong with the roots of many responses in one document, without validating each. Must not know which schema it is.

import type { JsonCursor } from '../json/cursor.ts';
import { childPointer } from '../json/pointer.ts';
import { deepShape, isDecidedByKinds, mostShapes } from './knownShapes.ts';
import type { AnySchema } from './schemaParts.ts';
import { type Violations, violations } from './violations.ts';

/** What one root has nothing wrong with, where nothing but the kinds of members decides, others of its shape have nothing wrong with either. */
export class KnownRoots {
  /** Keys that the schema does not list, by shape. */
  readonly #known = new Map<string, readonly string[]>();

  /** As `violations`, of the root of a response. */
  violations(schema: AnySchema, root: JsonCursor): Violations {
    const shape = deepShape(schema, root);
    const known = shape === undefined ? undefined : this.#known.get(shape);
    if (known !== undefined)
      return { issues: [], extraKeys: known.map((name) => ({ name, pointer: childPointer(root.pointer, name) })) };
    const found = violations(schema, root, '');
    const isSound = shape !== undefined && found.issues.length === 0 && this.#known.size < mostShapes;
    const isOwn = found.extraKeys.every(({ name, pointer }) => pointer === childPointer(root.pointer, name));
    if (isSound && isOwn && isDecidedByKinds(schema, root))
      this.#known.set(
        shape,
        found.extraKeys.map(({ name }) => name),
      );
    return found;
  }
}
