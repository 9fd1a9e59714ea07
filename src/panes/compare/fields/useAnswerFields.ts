// The fields of the chosen answers: asks for their tool calls where there are any, and has them compared. Knows no table.

import { useMemo } from 'react';
import type { AnswerFields } from '../../../analysis/fields/compareAnswers.ts';
import type { Answer, FieldSource } from '../../../analysis/fields/jsonParts.ts';
import type { ToolCall } from '../../../response/model.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useAnswer } from '../../../state/answer.ts';
import { type TaskState, useTask } from '../../../state/task.ts';
import type { Compared } from '../compared.ts';

export interface AnswerFieldsState {
  /** The samples in document order: the columns of the table. */
  readonly rows: SampleList;
  readonly answers: readonly Answer[];
  /** Samples whose output is not known to its end, by their place in `rows`. */
  readonly cut: ReadonlySet<number>;
  readonly fields: AnswerFields | undefined;
  readonly task: TaskState<AnswerFields>;
}

const noCalls: readonly ToolCall[] = [];

export function useAnswerFields(
  { rows, texts, totalLengths, outputLengths }: Compared,
  source: FieldSource | undefined,
): AnswerFieldsState {
  const order = useMemo(() => rows.inDocumentOrder(), [rows]);
  const calling = useMemo(() => order.filter((place) => rows.toolCallCount(place) > 0), [order, rows]);
  const { value: calls, isStale } = useAnswer(
    calling.length === 0 ? undefined : `tool calls ${rows.pick(calling).positions.join(' ')}`,
    async (questions) => {
      const found = calling.map(
        async (place) =>
          [
            rows.position(place),
            await questions.toolCalls(rows.position(place), 0, rows.toolCallCount(place)),
          ] as const,
      );
      return new Map(await Promise.all(found));
    },
  );
  const isWaiting = calling.length > 0 && (calls === undefined || isStale);
  const prepared = useMemo(() => {
    const cut = new Set<number>();
    const answers = order.map((place, sample): Answer => {
      const text = texts[place] ?? '';
      const isCut = text.length < (totalLengths[place] ?? 0);
      if (isCut) cut.add(sample);
      const toolCalls = calls?.get(rows.position(place)) ?? noCalls;
      return {
        ...(rows.outputKind(place) === 'text' && !isCut && { output: text.slice(0, outputLengths[place]) }),
        toolCalls,
      };
    });
    return { answers, cut, rows: rows.pick(order) };
  }, [order, rows, texts, totalLengths, outputLengths, calls]);
  const input = useMemo(
    () => (isWaiting ? undefined : { answers: prepared.answers, source }),
    [isWaiting, prepared, source],
  );
  const task = useTask('fields', input);
  const { value } = task;
  const fits = value !== undefined && value.table.sampleCount === prepared.rows.length;
  return { ...prepared, fields: fits ? value : undefined, task };
}
