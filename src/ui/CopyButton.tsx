// Copies a text and says so for a moment, to the eye and to assistive technology; a failure is said too.

import { useEffect, useState } from 'react';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import type { ButtonVariant } from './buttonClass.ts';
import { copyText } from './copyText.ts';
import { IconButton } from './IconButton.tsx';

const sayForMs = 1500;

export interface CopyButtonProps {
  /** Accessible name, for example "Copy output". */
  readonly label: string;
  /** The text, or a function that fetches it at the press. */
  readonly text: string | (() => string | Promise<string>);
  /** Visible text; without it the button is an icon with a tooltip. */
  readonly children?: string | undefined;
  readonly keys?: string | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly tabIndex?: number | undefined;
  readonly className?: string | undefined;
}

type Said = 'nothing' | 'copied' | 'failed';

/** The accessible name stays the same while the outcome is shown. */
export function CopyButton({ label, text, children, keys, variant, tabIndex, className }: CopyButtonProps) {
  const [said, setSaid] = useState<{ readonly what: Said; readonly reason?: string }>({ what: 'nothing' });

  useEffect(() => {
    if (said.what === 'nothing') return;
    const timer = setTimeout(() => setSaid({ what: 'nothing' }), sayForMs);
    return () => clearTimeout(timer);
  }, [said]);

  const onClick = async (): Promise<void> => {
    const outcome = await copyText(typeof text === 'string' ? text : fetchText(text));
    announce(outcome.ok ? 'Copied' : `Not copied. ${outcome.reason}`);
    setSaid(outcome.ok ? { what: 'copied' } : { what: 'failed', reason: outcome.reason });
  };

  const words = { nothing: label, copied: 'Copied', failed: `Not copied. ${said.reason ?? ''}` }[said.what];
  const icon = ({ nothing: 'copy', copied: 'check', failed: 'x' } as const)[said.what];
  const shared = { icon, variant, tabIndex, className, hint: words, onClick: () => void onClick() };
  if (children === undefined) {
    return <IconButton {...shared} label={label} keys={said.what === 'nothing' ? keys : undefined} />;
  }
  return (
    <Button {...shared} aria-label={label}>
      {said.what === 'nothing' ? children : said.what === 'copied' ? 'Copied' : 'Not copied'}
    </Button>
  );
}

/** Turns a throw of the caller's function into a rejection, so that it is said like every other failure. */
function fetchText(text: () => string | Promise<string>): string | Promise<string> {
  try {
    return text();
  } catch (error) {
    return Promise.reject(error);
  }
}
