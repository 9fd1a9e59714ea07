// Says beside the name of a document that it follows its file, or could, and switches that. Comes late: only files of the command line can be followed.

import { useEffect } from 'react';
import type { DocumentId } from '../state/documents.ts';
import type { Followed } from '../state/followed.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './FollowButton.module.css';
import { follow, unfollow } from './opening/following.ts';

interface FollowButtonProps {
  readonly id: DocumentId;
  readonly followed: Followed;
}

export function FollowButton({ id, followed: { isOn, isSeveral, problem } }: FollowButtonProps) {
  const [files, they, change] = isSeveral ? ['files', 'they', 'change'] : ['file', 'it', 'changes'];
  const hint = isOn
    ? `What is added to the ${files} appears here. Press to stop`
    : `Read the ${files} again whenever ${they} ${change}`;
  // The live region, which screen readers listen to.
  useEffect(() => {
    if (problem !== undefined) announce(problem);
  }, [problem]);
  return (
    <Button
      className={styles.button}
      aria-label={isOn ? `Following the ${files}: stop` : `Follow the ${files}`}
      hint={problem === undefined ? hint : `${problem} ${isOn ? 'Press to stop following' : 'Press to try again'}`}
      onClick={() => (isOn ? unfollow(id) : follow(id))}
    >
      {problem === undefined ? (
        <span className={styles.sign} aria-hidden="true" />
      ) : (
        <span className={styles.problem}>
          <Icon name="warning" />
        </span>
      )}
      <span className={styles.words}>{isOn ? 'Following' : 'Follow'}</span>
    </Button>
  );
}
