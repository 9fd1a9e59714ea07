// The fields of samples' answers, read from where their JSON most likely stands. For a worker. Knows answers; not how they are shown.

import { compareFields, type FieldTable } from './fields.ts';
import { type Answer, type FieldSource, fieldSources, jsonPartsOf, likelySource } from './jsonParts.ts';

export interface AnswerFields {
  /** Where the JSON was read from; undefined when no sample has any. */
  readonly source: FieldSource | undefined;
  /** Places that hold something that looks like JSON in at least one sample. */
  readonly sources: readonly FieldSource[];
  readonly table: FieldTable;
}

/** Compares the JSON of answers field by field; `wanted` says where to read it, else the likely place is taken. */
export function compareAnswers(answers: readonly Answer[], wanted?: FieldSource): AnswerFields {
  const sources = fieldSources.filter((source) => likelySource(answers, [source]) !== undefined);
  const source = wanted !== undefined && sources.includes(wanted) ? wanted : likelySource(answers);
  const parts = answers.map((answer) => (source === undefined ? [] : jsonPartsOf(answer, source)));
  return { source, sources, table: compareFields(parts) };
}
