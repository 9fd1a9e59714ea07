// Why a document cannot be read any further although its text is fine: its worker ended. In a person's words.

import type { LoadFailure } from '../response/loadEvents.ts';
import type { WorkerEnd } from './watchedWorker.ts';

const unharmed = 'The text itself is unharmed.';

export function workerFailure({ why, message }: WorkerEnd): LoadFailure {
  const common = { canOpenAsPlain: false, canTryAgain: true } as const;
  if (why === 'missing')
    return {
      ...common,
      kind: 'stopped',
      title: 'A part of this page did not arrive',
      detail: 'The code that reads a document could not be fetched: the server of this page does not answer.',
      advice: `Start the server again, or look after the network, and try again. ${unharmed}`,
    };
  if (/memory|allocation/i.test(message))
    return {
      ...common,
      kind: 'too-large',
      title: 'There is not enough memory for this text',
      detail: message,
      advice: 'Close other documents and try again.',
    };
  return {
    ...common,
    kind: 'stopped',
    title: 'The reader of this document stopped',
    detail: message === '' ? 'It ended without a word, more than once.' : message,
    advice: `This is a fault of this program. ${unharmed}`,
  };
}
