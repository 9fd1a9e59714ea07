// A button with text, optionally an icon before it and a key cap behind it. Knows no command.

import type { ComponentProps } from 'react';
import { type ButtonVariant, buttonClass } from './buttonClass.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { tip } from './tip.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant | undefined;
  readonly isLarge?: boolean | undefined;
  readonly icon?: IconName | undefined;
  /** Shortcut in aria-keyshortcuts notation. */
  readonly keys?: string | undefined;
  /** Draws the shortcut as a key cap behind the text. */
  readonly showKeys?: boolean | undefined;
  /** Sentence for the tooltip, when the text alone does not say enough. */
  readonly hint?: string | undefined;
}

/** A native button of type "button"; every other attribute of a button passes through. */
export function Button(props: ButtonProps) {
  const { variant, isLarge, icon, keys, showKeys, hint, className, children, ...rest } = props;
  return (
    <button
      type="button"
      className={buttonClass({ variant, isLarge, className })}
      aria-keyshortcuts={keys}
      {...(hint === undefined ? {} : tip(hint, keys))}
      {...rest}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
      {showKeys === true && keys !== undefined ? (
        // aria-keyshortcuts tells it: in the name it would be read as part of the word.
        <span aria-hidden="true">
          <Kbd keys={keys} />
        </span>
      ) : null}
    </button>
  );
}
