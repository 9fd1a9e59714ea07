// HumanEval and other pass@k files: a line per sample, with the task that it solves and, once checked, whether it passed.

import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { list, object, set } from './record.ts';
import { nameOf, type Tool } from './tool.ts';

export const humanEval: Tool = {
  id: 'human-eval',
  recognises(first) {
    return first.get('task_id') !== undefined && solutionOf(first) !== undefined;
  },
  read(items, records) {
    for (let position = 0; position < items.count; position++) {
      const line = items.at(position);
      const task = nameOf(line.get('task_id')) ?? '';
      records.add(
        { from: line, name: task, group: task },
        {
          data: list([
            object({ output: solutionOf(line), passed: set(line.get('passed')), result: set(line.get('result')) }),
          ]),
          metadata: object({ task_id: line.get('task_id'), completion_id: set(line.get('completion_id')) }),
          provider_request: object({ prompt: set(line.get('prompt')) }),
        },
      );
    }
    return {
      form: 'pass@k samples',
      facts: [plural(items.count, 'sample'), plural(records.groupCount, 'task')],
      notes: [],
      grouping: 'Samples of one `task_id` are of one prompt.',
    };
  },
};

function solutionOf(line: JsonCursor): JsonCursor | undefined {
  const solution = line.get('completion') ?? line.get('solution');
  return solution?.kind === 'string' ? solution : undefined;
}
