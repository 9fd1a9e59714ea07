// `samples_*.jsonl` of lm-evaluation-harness: a record per document. A document stands there once per filter, with the same answers; those become one record.

import type { JsonCursor } from '../../json/cursor.ts';
import { hashOf } from '../../json/hashOf.ts';
import { plural } from '../../words/numbers.ts';
import { at, list, object, type Piece, set } from './record.ts';
import { type Items, nameOf, type Tool } from './tool.ts';

export const lmEval: Tool = {
  id: 'lm-eval',
  recognises(first) {
    return (
      first.get('doc_id') !== undefined && first.get('resps')?.kind === 'array' && first.get('arguments') !== undefined
    );
  },
  read(items, records) {
    const { documents, likelihoods } = documentsOf(items);
    if (documents.size === 0) {
      return {
        isRefused: true,
        title: 'This file holds no generations',
        detail: `${plural(likelihoods, 'line is', 'lines are')} log likelihoods of given answers (multiple choice), as lm-evaluation-harness writes them.`,
        advice: 'Open the samples of a task that generates text (generate_until).',
      };
    }
    let merged = 0;
    for (const lines of documents.values()) {
      const versions = lines.map((line) => items.at(line));
      const [first] = versions as [JsonCursor];
      merged += versions.length - 1;
      const id = nameOf(first.get('doc_id')) ?? '';
      records.add({ from: first, name: `document ${id}`, group: id }, membersOf(first, versions));
    }
    return {
      form: 'lm-evaluation-harness samples',
      facts: [plural(records.groupCount, 'document'), plural(countAnswers(documents, items), 'answer')],
      notes: [
        ...(merged > 0
          ? [
              `${plural(merged, 'line repeats', 'lines repeat')} the same answers under another filter; what each filter took from them is kept.`,
            ]
          : []),
        ...(likelihoods > 0
          ? [`${plural(likelihoods, 'line is', 'lines are')} log likelihoods of given answers and left out.`]
          : []),
      ],
      grouping: 'Answers to one `doc_id` are of one prompt.',
    };
  },
};

/** Lines with the same document and the same answers, by their position, in the order of the first. */
function documentsOf(items: Items): {
  readonly documents: ReadonlyMap<string, readonly number[]>;
  readonly likelihoods: number;
} {
  const documents = new Map<string, number[]>();
  let likelihoods = 0;
  for (let position = 0; position < items.count; position++) {
    const line = items.at(position);
    const answers = line.get('resps');
    if (answers === undefined || isLikelihood(line)) {
      likelihoods++;
      continue;
    }
    const key = `${nameOf(line.get('doc_id'))} ${nameOf(line.get('doc_hash'))} ${hashOf(answers)}`;
    const lines = documents.get(key);
    const filter = line.get('filter')?.text();
    const isOther = lines?.every((one) => items.at(one).get('filter')?.text() !== filter);
    if (lines !== undefined && isOther) lines.push(position);
    else documents.set(lines === undefined ? key : `${key} ${position}`, [position]);
  }
  return { documents, likelihoods };
}

/** The answers to an argument: `resps[0][k]`, in other versions `resps[k]`. */
function answersOf(line: JsonCursor): readonly JsonCursor[] {
  const found: JsonCursor[] = [];
  for (const item of line.get('resps')?.items() ?? []) {
    if (item.kind === 'string') found.push(item);
    else for (const answer of item.items()) if (answer.kind === 'string') found.push(answer);
  }
  return found;
}

/** `[["-1.2", "False"]]`, a pair per given answer. */
function isLikelihood(line: JsonCursor): boolean {
  const given = at(line, 'arguments', 'gen_args_0', 'arg_1') ?? at(line, 'arguments', 0, 1);
  return given?.kind === 'string' || answersOf(line).length === 0;
}

function countAnswers(documents: ReadonlyMap<string, readonly number[]>, items: Items): number {
  let count = 0;
  for (const [line] of documents.values()) count += answersOf(items.at(line ?? 0)).length;
  return count;
}

function membersOf(line: JsonCursor, versions: readonly JsonCursor[]): Record<string, Piece | undefined> {
  const answers = answersOf(line);
  const prompt = at(line, 'arguments', 'gen_args_0', 'arg_0') ?? at(line, 'arguments', 0, 0);
  const options = at(line, 'arguments', 'gen_args_0', 'arg_1') ?? at(line, 'arguments', 0, 1);
  return {
    data: list(
      answers.map((answer) =>
        object({ output: answer, ...(answers.length === 1 && versions.length === 1 ? metricsOf(line) : {}) }),
      ),
    ),
    metadata: object({
      doc_id: line.get('doc_id'),
      target: set(line.get('target')),
      doc: line.get('doc'),
      filters: list(
        versions.map((version) =>
          object({
            filter: version.get('filter'),
            filtered_resps: version.get('filtered_resps'),
            ...metricsOf(version),
          }),
        ),
      ),
    }),
    provider_request: object({
      prompt: set(prompt),
      ...Object.fromEntries(Array.from(options?.entries() ?? [], ([key, value]) => [key, set(value)])),
    }),
  };
}

const ownKeys = new Set([
  'doc_id',
  'doc',
  'target',
  'arguments',
  'resps',
  'filtered_resps',
  'filter',
  'metrics',
  'doc_hash',
  'prompt_hash',
  'target_hash',
]);

/** The metrics that the line names; in versions without names its numbers. */
function metricsOf(line: JsonCursor): Record<string, JsonCursor> {
  const names = Array.from(line.get('metrics')?.items() ?? [], (name) => name.text() ?? '');
  const found: Record<string, JsonCursor> = {};
  for (const [key, value] of line.entries()) {
    const isMetric = names.length > 0 ? names.includes(key) : value.kind === 'number';
    if (isMetric && !ownKeys.has(key)) found[key] = value;
  }
  return found;
}
