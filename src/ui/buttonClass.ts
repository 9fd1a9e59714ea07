// The classes of everything that looks like a button, so that menu triggers match plain buttons.

import styles from './Button.module.css';
import { classNames } from './classNames.ts';

/** `quiet` has no outline, `outline` has one, `primary` is filled with the accent, `link` is accent text. */
export type ButtonVariant = 'quiet' | 'outline' | 'primary' | 'link';

/** Class names for a button of the given look; heights are 24 px, or 28 px when large. */
export function buttonClass(look: {
  readonly variant?: ButtonVariant | undefined;
  readonly isLarge?: boolean | undefined;
  readonly isIconOnly?: boolean | undefined;
  readonly className?: string | undefined;
}): string {
  return (
    classNames(
      styles.button,
      styles[look.variant ?? 'quiet'],
      look.isLarge === true && styles.large,
      look.isIconOnly === true && styles.iconOnly,
      look.className,
    ) ?? ''
  );
}
