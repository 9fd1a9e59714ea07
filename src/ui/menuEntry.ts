// What a menu lists. Knows no command and nothing of how it is drawn.

import type { ReactNode } from 'react';
import type { IconName } from './Icon.tsx';

/** One line of a menu; a `separator` is a hairline and a `heading` names what follows it, which are never chosen, an `action` is one also in a menu of choices and stands at its end. */
export type MenuEntry =
  | {
      readonly kind?: 'item' | 'action' | undefined;
      readonly id: string;
      readonly label: string;
      /** A second, quiet line. */
      readonly hint?: ReactNode;
      /** Quiet text at the end, for example a size. */
      readonly detail?: string | undefined;
      readonly icon?: IconName | undefined;
      readonly keys?: string | undefined;
      readonly isDisabled?: boolean | undefined;
      readonly isDanger?: boolean | undefined;
    }
  | { readonly kind: 'separator'; readonly id: string }
  | { readonly kind: 'heading'; readonly id: string; readonly label: string };
