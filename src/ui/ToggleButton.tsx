// A button that stays pressed. The name never changes with the state: aria-pressed says it.

import type { ReactNode } from 'react';
import { buttonClass } from './buttonClass.ts';
import { Icon, type IconName } from './Icon.tsx';
import { tip } from './tip.ts';

export interface ToggleButtonProps {
  /** Accessible name; shown as the tooltip when there is only an icon. */
  readonly label: string;
  readonly isPressed: boolean;
  readonly onToggle: (isPressed: boolean) => void;
  readonly icon?: IconName | undefined;
  /** Visible text; without it the button is an icon only. */
  readonly children?: ReactNode;
  readonly keys?: string | undefined;
  readonly hint?: string | undefined;
  readonly className?: string | undefined;
}

/** A controlled toggle button of 24 px height. */
export function ToggleButton(props: ToggleButtonProps) {
  const { label, isPressed, onToggle, icon, children, keys, hint, className } = props;
  const isIconOnly = children === undefined;
  return (
    <button
      type="button"
      className={buttonClass({ isIconOnly, className })}
      aria-label={label}
      aria-pressed={isPressed}
      aria-keyshortcuts={keys}
      onClick={() => onToggle(!isPressed)}
      {...(isIconOnly || hint !== undefined ? tip(hint ?? label, keys) : {})}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}
