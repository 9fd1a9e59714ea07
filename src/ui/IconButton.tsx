// A button that shows only an icon: it has an accessible name, and a tooltip that shows the name and the key.

import type { ComponentProps } from 'react';
import { type ButtonVariant, buttonClass } from './buttonClass.ts';
import { Icon, type IconName } from './Icon.tsx';
import { tip } from './tip.ts';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** Accessible name, also shown as the tooltip. */
  readonly label: string;
  /** Shortcut in aria-keyshortcuts notation. */
  readonly keys?: string | undefined;
  /** Tooltip, when it says more than the name. */
  readonly hint?: string | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly isLarge?: boolean | undefined;
}

/** A 24 px square button; every attribute of a native button passes through. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, keys, hint, variant, isLarge, className, ...rest } = props;
  return (
    <button
      type="button"
      className={buttonClass({ variant, isLarge, isIconOnly: true, className })}
      aria-label={label}
      aria-keyshortcuts={keys}
      {...tip(hint ?? label, keys)}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
