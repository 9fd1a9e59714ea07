// The examples that come with the page: listed in examples/index.json, fetched from our own origin when they are asked for.

import * as v from 'valibot';
import type { LoadFailure } from '../../response/loadEvents.ts';
import { refuse } from './attempts.ts';
import { openInput } from './inputs.ts';

const exampleSchema = v.object({
  file: v.string(),
  title: v.string(),
  note: v.string(),
  bytes: v.number(),
  /** Relative lengths of the outputs, 0 to 1, for a small picture. */
  shape: v.array(v.number()),
});

export type Example = Readonly<v.InferOutput<typeof exampleSchema>>;

const folder = `${import.meta.env.BASE_URL}examples/`;
let list: Promise<readonly Example[]> | undefined;

/** The list, fetched once; empty when it cannot be had. */
export function examples(): Promise<readonly Example[]> {
  list ??= fetch(`${folder}index.json`)
    .then((response) => response.json())
    .then((value: unknown) => v.parse(v.array(exampleSchema), value))
    .catch(() => {
      list = undefined;
      return [];
    });
  return list;
}

let lastAsked: Example | undefined;

/** Of several that are asked for at once only the last opens. */
export async function openExample(example: Example): Promise<void> {
  lastAsked = example;
  const file = await content(example).catch(() => undefined);
  if (lastAsked !== example) return;
  if (file) openInput({ name: example.file, source: { file } });
  else refuse(example.file, notFetched);
}

async function content({ file }: Example): Promise<Blob> {
  const response = await fetch(folder + encodeURIComponent(file));
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${file}`);
  return await response.blob();
}

const notFetched: LoadFailure = {
  kind: 'unreadable',
  title: 'This example could not be fetched',
  detail: 'The server of this page does not answer.',
  advice: 'Start the server again, or look after the network, and choose it once more.',
  canOpenAsPlain: false,
};
