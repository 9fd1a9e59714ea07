// Shows the latest notice at the lower edge until it is dismissed or old.

import { useEffect } from 'react';
import { hideNotice, useNotice } from '../state/notice.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './NoticeBar.module.css';

export function NoticeBar() {
  const notice = useNotice((state) => state.notice);
  const text = notice?.text;
  // The live region, which screen readers listen to.
  useEffect(() => {
    if (text !== undefined) announce(text);
  }, [text]);
  if (!notice) return null;
  const actions = [notice.action, notice.otherAction].filter((action) => action !== undefined);
  return (
    <aside className={styles.notice} aria-label="Notice">
      <span>{notice.text}</span>
      {notice.done === undefined ? null : <progress aria-label={notice.text} value={notice.done} />}
      {actions.map((action) => (
        <Button
          key={action.label}
          variant="link"
          onClick={() => {
            hideNotice();
            action.run();
          }}
        >
          {action.label}
        </Button>
      ))}
      <IconButton icon="x" label="Dismiss" onClick={hideNotice} />
    </aside>
  );
}
