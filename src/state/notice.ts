// A sentence about what just happened, with a way to take it back. One at a time; the newest wins.

import { create } from 'zustand';

interface Notice {
  readonly text: string;
  /** Of work that goes on: the part that is done, 0 to 1. */
  readonly done?: number;
  readonly action?: NoticeAction;
  /** Another thing that can be done instead. */
  readonly otherAction?: NoticeAction | undefined;
}

interface NoticeAction {
  readonly label: string;
  run(): void;
}

interface NoticeState {
  readonly notice: Notice | undefined;
}

const shownMs = 10_000;

export const useNotice = create<NoticeState>()(() => ({ notice: undefined }));

let timer: ReturnType<typeof setTimeout> | undefined;

export function showNotice(notice: Notice): void {
  clearTimeout(timer);
  timer = setTimeout(hideNotice, shownMs);
  useNotice.setState({ notice });
}

export function hideNotice(): void {
  clearTimeout(timer);
  useNotice.setState({ notice: undefined });
}
