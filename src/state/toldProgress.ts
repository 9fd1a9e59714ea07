// Work that takes longer than a moment says how far it is in the notice, with a way to end it.

import { hideNotice, showNotice, useNotice } from './notice.ts';

/** What is done sooner shows no progress. */
const quietMs = 300;

export interface ToldProgress {
  /** The part that is done, 0 to 1. */
  set(done: number): void;
  /** Takes the notice away, unless another one is there. */
  end(): void;
}

export function tellProgress(text: string, cancel: () => void): ToldProgress {
  let done = 0;
  let isShown = false;
  const isThere = () => useNotice.getState().notice?.text === text;
  const show = (): void => {
    showNotice({ text, done, action: { label: 'Cancel', run: cancel } });
    isShown = true;
  };
  const timer = setTimeout(show, quietMs);
  return {
    set(now) {
      done = now;
      // Who dismissed it does not want to see it again.
      if (isShown && isThere()) show();
    },
    end() {
      clearTimeout(timer);
      if (isThere()) hideNotice();
    },
  };
}
