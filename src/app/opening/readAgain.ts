// Opens files of the command once more, as they are now, beside what they were.

import type { DocumentId } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { tellProgress } from '../../state/toldProgress.ts';
import { plural } from '../../words/numbers.ts';
import { followable } from './followedFiles.ts';
import { openContents } from './inputs.ts';
import { fetched, type ServedFile } from './servedFiles.ts';

const mostNamed = 3;

/** `a.json, b.json and 3 more files` */
export function fileWords(files: readonly { readonly name: string }[]): string {
  const names = files.map(({ name }) => name);
  if (names.length <= mostNamed) return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
  return `${names.slice(0, mostNamed).join(', ')} and ${plural(names.length - mostNamed, 'more file')}`;
}

/** The document that came of them; the first of several. What is no longer there is left out, and that is said. */
export async function readAgain(files: readonly ServedFile[], isTakingScreen = true): Promise<DocumentId | undefined> {
  const ids = await openServed(files, isTakingScreen);
  return ids[0];
}

/** Opens what the server has of them; many are one document. Where a person waits for it, it says how far it is and opens none when that is cancelled. */
export async function openServed(
  files: readonly { readonly name: string; readonly url: string; readonly version?: string | undefined }[],
  isTakingScreen: boolean,
  prepare: (content: Blob) => Promise<Blob> = async (content) => content,
): Promise<readonly DocumentId[]> {
  const controller = new AbortController();
  const progress = isTakingScreen
    ? tellProgress(`Fetching ${plural(files.length, 'file')}`, () => controller.abort())
    : undefined;
  let count = 0;
  const answers = await inTurn(files, async (file) => {
    if (controller.signal.aborted) return file;
    progress?.set(count++ / files.length);
    const { content, state } = await fetched(file.url).catch((reason: unknown) => ({
      content: reason,
      state: undefined,
    }));
    if (!(content instanceof Blob)) return { ...file, reason: content };
    return { ...file, version: state ?? file.version, content: await prepare(content) };
  });
  progress?.end();
  if (controller.signal.aborted) {
    showNotice({ text: `${plural(files.length, 'file')} not opened: cancelled.` });
    return [];
  }
  const had = answers.flatMap((one) => ('content' in one ? [one] : []));
  const missing = answers.flatMap((one) => ('reason' in one ? [one] : []));
  const [first] = missing;
  if (first) {
    const why = first.reason instanceof Error ? first.reason.message : String(first.reason);
    showNotice({ text: `${fileWords(missing)} cannot be had: ${why}.` });
  }
  if (had.length === 0) return [];
  const ids = openContents(had, isTakingScreen);
  // Many are one.
  const isOne = ids.length < had.length;
  for (const [at, id] of ids.entries()) {
    const own = (isOne ? had : had.slice(at, at + 1)).filter(({ version }) => version !== undefined);
    if (own.length === 0) continue;
    followable(
      id,
      own.map(({ name, url, version = '' }) => ({ name, url, version })),
      own.map(({ content }) => content),
    );
  }
  return ids;
}

/** A browser refuses requests when thousands wait at once. */
const mostAtOnce = 32;

/** The answers in the order of the items, a few of which are asked for at a time. */
export async function inTurn<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const waiting = items.entries();
  const work = async () => {
    for (const [at, item] of waiting) answers[at] = await ask(item);
  };
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, items.length) }, work));
  return answers;
}
