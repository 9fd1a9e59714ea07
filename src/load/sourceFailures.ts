// Why a source cannot be read, in a person's words: it is too large, there is no memory for it, or the browser cannot read it any longer.

import type { LoadFailure } from '../response/loadEvents.ts';
import { formatBytes } from '../words/numbers.ts';
import type { SizeLimit } from './sizeLimits.ts';

/** Refuses before a byte is read. `name`: of the file, for commands that can be pasted into a shell. */
export function tooLarge(size: number, limit: SizeLimit, name: string): LoadFailure {
  const memory =
    limit.deviceGB === undefined
      ? ''
      : `, because this device has about ${limit.deviceGB} GB of memory and needs twice the size`;
  return {
    kind: 'too-large',
    title: 'This is too large to open',
    detail: `It has ${formatBytes(size)}; up to ${formatBytes(limit.bytes)} can be opened${memory}.`,
    advice:
      'Leave out provider_responses, which is most of it as a rule, or split it into responses of 50,000 generations each. jq does both without reading all of it at once; it writes numbers anew.',
    commands: splitting(name),
    canOpenAsPlain: false,
  };
}

/** For a POSIX shell and jq 1.5 or later. The last event of a stream closes the root, whatever its key. */
function splitting(name: string): readonly string[] {
  const file = `'${name.replaceAll("'", `'\\''`)}'`;
  return [
    `jq -cn --stream 'fromstream(inputs | select(.[0][0] != "provider_responses" or (.[0] | length) == 1))' ${file} > smaller.json`,
    `jq -cn --stream 'fromstream(2 | truncate_stream(inputs | select(.[0][0] == "data")))' ${file} | split -l 50000 - part-
for part in part-??; do jq -cs '{data: .}' "$part" > "$part.json"; done`,
  ];
}

export function noMemory(bytes: number): LoadFailure {
  return {
    kind: 'too-large',
    title: 'There is not enough memory for this text',
    detail: `The browser has no room for its ${formatBytes(bytes)}.`,
    advice: 'Close other documents and tabs, and try again.',
    canOpenAsPlain: false,
    canTryAgain: true,
  };
}

export function unreadable(reason: unknown): LoadFailure {
  const name = reason instanceof DOMException ? reason.name : '';
  const isGone = name === 'NotFoundError' || name === 'NotReadableError';
  return {
    kind: 'unreadable',
    title: 'The file cannot be read',
    detail: isGone
      ? 'It is a folder, or it was changed, moved or locked since it was chosen.'
      : `The browser says: ${reason instanceof Error ? reason.message : String(reason)}.`,
    advice: 'Choose the file again. A folder has to be opened file by file.',
    canOpenAsPlain: false,
    canTryAgain: true,
  };
}
