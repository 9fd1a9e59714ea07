// Opens files of the command once more, as they are now, beside what they were.

import type { DocumentId } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
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

/** Opens what the server has of them; many are one document. */
export async function openServed(
  files: readonly { readonly name: string; readonly url: string; readonly version?: string | undefined }[],
  isTakingScreen: boolean,
  prepare: (content: Blob) => Promise<Blob> = async (content) => content,
): Promise<readonly DocumentId[]> {
  const answers = await Promise.all(
    files.map(async (file) => {
      const { content, state } = await fetched(file.url).catch((reason: unknown) => ({
        content: reason,
        state: undefined,
      }));
      if (!(content instanceof Blob)) return { ...file, reason: content };
      return { ...file, version: state ?? file.version, content: await prepare(content) };
    }),
  );
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
