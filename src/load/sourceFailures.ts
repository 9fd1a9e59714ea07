// Why a source cannot be read, in a person's words: it is too large, there is no memory for it, or the browser cannot read it any longer.

import type { LoadFailure } from '../response/loadEvents.ts';
import { formatBytes } from '../words/numbers.ts';
import { largestBytes } from './sizeLimits.ts';

export function tooLarge(bytes: number): LoadFailure {
  return {
    kind: 'too-large',
    title: 'This is too large to open',
    detail: `It has ${formatBytes(bytes)}; up to ${formatBytes(largestBytes)} can be opened.`,
    advice: 'Split it into several responses, or leave out provider_responses, which is most of it as a rule.',
    canOpenAsPlain: false,
  };
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
