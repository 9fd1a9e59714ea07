import { expect, test } from 'vitest';
import { cursorOver } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { KnownRoots } from './knownRoots.ts';
import { completionRootSchema } from './schema.ts';
import { violations } from './violations.ts';

const root = (json: string) => cursorOver(new TextEncoder().encode(json)) as JsonCursor;

const usage = (counts: string) => `{"project_id": "p", "usage": ${counts}, "mine": 1}`;
const sound = usage('{"prompt_tokens": 1, "generation_tokens": 2, "total_tokens": 3}');

test('a root of a shape that was sound is told as it would be by itself', () => {
  const known = new KnownRoots();
  const roots = [
    sound,
    sound.replace('1,', '7,'),
    // The same keys and kinds at the root; what is wrong lies below.
    usage('{"prompt_tokens": 1, "generation_tokens": "2", "total_tokens": 3}'),
    usage('{"prompt_tokens": 1, "total_tokens": 3}'),
    usage('{}'),
    sound,
    // A number that is none, and one that is not whole where it must be.
    usage('{"prompt_tokens": 1, "generation_tokens": NaN, "total_tokens": 3}'),
    '{"project_id": "p", "num_samples": 2}',
    '{"project_id": "p", "num_samples": 2.5}',
    '{"project_id": 5, "num_samples": 2}',
    '{"project_id": "p", "metadata": {"a": [1]}, "tool": 1, "other/key": 2}',
    '{"project_id": "p", "metadata": {"b": {}}, "tool": 1, "other/key": 2}',
  ];
  for (const json of roots)
    expect(known.violations(completionRootSchema, root(json))).toEqual(
      violations(completionRootSchema, root(json), ''),
    );
});

test('what is known of a shape is not validated again', () => {
  const known = new KnownRoots();
  const entries = { counted: 0 };
  known.violations(completionRootSchema, root(sound));
  const again = root(sound);
  const counting: JsonCursor = new Proxy(again, {
    get(target, key) {
      if (key === 'entries') entries.counted++;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  expect(known.violations(completionRootSchema, counting).extraKeys).toMatchObject([
    { name: 'mine', pointer: '/mine' },
  ]);
  expect(entries.counted).toBe(0);
});
