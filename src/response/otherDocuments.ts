// JSON of the neighbourhood that is no response: what it is, by its keys, and what a person probably wanted. Knows no worker.

import type { JsonCursor } from '../json/cursor.ts';

export interface OtherDocument {
  /** A short sentence. */
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
}

interface Known extends OtherDocument {
  is(root: JsonCursor): boolean;
}

const kindOf = (root: JsonCursor, key: string) => root.get(key)?.kind;
const has = (root: JsonCursor, ...keys: readonly string[]) => keys.every((key) => root.get(key) !== undefined);
const firstOf = (root: JsonCursor | undefined): JsonCursor | undefined => {
  for (const item of root?.items() ?? []) return item;
  return undefined;
};

const known: readonly Known[] = [
  {
    is: (root) =>
      has(root, 'model') &&
      (kindOf(root, 'messages') === 'array' || has(root, 'prompt') || has(root, 'input')) &&
      !has(root, 'choices') &&
      !has(root, 'output') &&
      !has(root, 'content') &&
      !has(root, 'response'),
    title: 'This is a request, not a response',
    detail: 'It holds what was asked (model, messages or prompt, parameters) and no answer.',
    advice: 'Send it and open what comes back, or open a log that holds both, such as a HAR or a cassette.',
  },
  {
    is: (root) =>
      firstOf(root.get('messages')) !== undefined && root.length <= 4 && !has(root, 'model') && !has(root, 'id'),
    title: 'This is an example for fine-tuning',
    detail: 'It holds messages that a model is to learn from, and no answer of a model.',
    advice: 'Open the response of a call instead.',
  },
  {
    is: (root) => firstOf(root.get('data'))?.get('embedding') !== undefined || has(root, 'embeddings'),
    title: 'This is a response with embeddings',
    detail: 'It holds vectors of numbers and no text of a model.',
    advice: 'There is nothing to compare in it. Open the response of a completion.',
  },
  {
    is: (root) =>
      firstOf(root.get('data'))?.get('object')?.text() === 'model' ||
      firstOf(root.get('models'))?.get('name') !== undefined,
    title: 'This is a list of models',
    detail: 'It is what a provider answers when it is asked for its models.',
    advice: 'Open the response of a completion.',
  },
  {
    is: (root) => root.get('openapi')?.kind === 'string' || root.get('swagger')?.kind === 'string',
    title: 'This is a description of an interface (OpenAPI)',
    detail: 'It says which calls there are and holds none of their responses.',
    advice: 'Open the response of a call.',
  },
  {
    is: (root) =>
      has(root, 'name', 'version') &&
      (has(root, 'dependencies') ||
        has(root, 'devDependencies') ||
        has(root, 'scripts') ||
        has(root, 'lockfileVersion')),
    title: 'This is a package of npm (package.json)',
    detail: 'It describes a program.',
    advice: 'Open the response of a completion.',
  },
  {
    is: (root) => has(root, 'cells', 'nbformat'),
    title: 'This is a Jupyter notebook',
    detail: 'None of its outputs is a response.',
    advice: 'Copy what the cell printed and paste it.',
  },
  {
    is: (root) =>
      root.get('$schema')?.kind === 'string' || (root.get('type')?.text() === 'object' && has(root, 'properties')),
    title: 'This is a JSON Schema or a settings file',
    detail: 'It says how values are to look and holds no response.',
    advice: 'Open the response of a completion.',
  },
  {
    is: (root) => root.get('object')?.text() === 'batch' || has(root, 'request_counts', 'output_file_id'),
    title: 'This is the state of a batch, not its output',
    detail: 'The responses are in the file that output_file_id names.',
    advice: 'Download that file (JSONL) and open it.',
  },
];

/** What a document is that is no response; undefined where its keys say nothing. */
export function otherDocument(root: JsonCursor): OtherDocument | undefined {
  if (root.kind !== 'object') return undefined;
  const found = known.find(({ is }) => is(root));
  return found && { title: found.title, detail: found.detail, advice: found.advice };
}
