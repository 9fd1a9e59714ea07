// The examples that come with the page: listed in examples/index.json, fetched from our own origin when they are asked for.

import * as v from 'valibot';
import type { LoadFailure } from '../../response/loadEvents.ts';
import { defaultView } from '../../state/view.ts';
import { dismissSaid, refuse } from './attempts.ts';
import { newId } from './ids.ts';
import { start } from './starting.ts';

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

const onTheirWay = new Set<Example>();
let pressed = 0;
let shown = 0;

/** Of several that are asked for at once all open, and the last one has the screen. One that is on its way is not asked for again. */
export async function openExample(example: Example): Promise<void> {
  if (onTheirWay.has(example)) return;
  if (onTheirWay.size === 0) dismissSaid();
  onTheirWay.add(example);
  const number = ++pressed;
  const file = await content(example).catch(() => undefined);
  onTheirWay.delete(example);
  if (!file) {
    refuse(example.file, notFetched);
    return;
  }
  const isTakingScreen = number > shown;
  shown = Math.max(shown, number);
  start(newId(), { name: example.file, source: { file } }, { isTakingScreen, asPlain: false, view: defaultView });
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
