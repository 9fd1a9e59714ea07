// Which documents come from files that can be followed, and how that stands. Knows no file and no server.

import { create } from 'zustand';
import type { DocumentId } from './documents.ts';

/** In the tab's session storage: which documents are of files that can be followed. */
export const followedKey = 'completion-inspector.followed';

export interface Followed {
  /** What is added to the file appears by itself. */
  readonly isOn: boolean;
  /** It is of several files. */
  readonly isSeveral: boolean;
  /** Why what is on screen is older than the file. */
  readonly problem?: string;
}

interface FollowedState {
  readonly byId: Readonly<Record<DocumentId, Followed>>;
}

export const useFollowed = create<FollowedState>()(() => ({ byId: {} }));

/** `undefined`: its file cannot be followed, or no longer. */
export function setFollowed(id: DocumentId, followed: Followed | undefined): void {
  useFollowed.setState(({ byId }) => {
    const { [id]: _before, ...others } = byId;
    return { byId: followed === undefined ? others : { ...others, [id]: followed } };
  });
}
