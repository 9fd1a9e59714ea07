// What generations of one shape are found to have without validating each is what each has by itself.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issuesOfText, type Json } from '../../e2e/fixtures/foundIssues.ts';
import { issuesOf } from '../../e2e/fixtures/testIssues.ts';
import type { Issue } from '../response/model.ts';

const leaf = fc.constantFrom<Json>('a', 7, 7.5, 12, null, true, [], {}, [{ name: 3 }], '');
const inner = fc.dictionary(
  fc.constantFrom('id', 'name', 'signature', 'result', 'role', 'content', 'function', 'odd', '3'),
  leaf,
  {
    maxKeys: 3,
  },
);
const value = fc.oneof(leaf, fc.array(fc.oneof(inner, leaf), { maxLength: 3 }), inner);
const looked = ['tool_results', 'tool_calls', 'messages', 'token_usage', 'scores', 'inputs'];
const keys = ['id', 'index', 'output', 'raw_output', 'model_config_id', 'finish_reason', ...looked];
const generation = fc.dictionary(fc.constantFrom(...keys, 'odd', '7', 'data[~#]'), value, { maxKeys: 5 });

/** Those that validation finds, in the order of the list. */
function found(issues: readonly Issue[]): readonly string[] {
  const ids = ['HL002', 'HL003', 'HL004'];
  return issues.flatMap(({ id, message, pointer }) => (ids.includes(id) ? [`${id} ${message} ${pointer}`] : []));
}

test('generations of shapes that were seen before have the issues that each of them has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(generation, { minLength: 1, maxLength: 3 }), fc.nat(), async (shapes, seed) => {
      const data = Array.from({ length: 12 }, (_, at) => shapes[(at * seed + at) % shapes.length] ?? {});
      const response = { data, provider_responses: [] };
      const each = issuesOf(JSON.parse(JSON.stringify(response)));
      expect(found(await issuesOfText(JSON.stringify(response))).toSorted()).toEqual([...found(each)].sort());
    }),
    { numRuns: 200 },
  );
});
