// The polite live region of the page. Mount it once; it has no role of its own, so that the page keeps one status.

import { useEffect, useState } from 'react';
import { onAnnounce } from './announce.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Says whatever announce() is given, also when the same words come twice. */
export function Announcer() {
  const [said, setSaid] = useState<{ readonly message: string; readonly turn: number }>({ message: '', turn: 0 });
  // Whoever announces something, from anywhere.
  useEffect(() => onAnnounce((message) => setSaid((before) => ({ message, turn: before.turn + 1 }))), []);
  return (
    <VisuallyHidden>
      <span aria-live="polite" aria-atomic="true">
        <span key={said.turn}>{said.message}</span>
      </span>
    </VisuallyHidden>
  );
}
