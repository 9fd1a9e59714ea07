// A button that opens a menu. The menu itself comes late: what is pressed before it is there counts when it comes. Knows no command.

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { type ButtonVariant, buttonClass } from './buttonClass.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './MenuButton.module.css';
import type { MenuEntry } from './menuEntry.ts';
import { preloadable } from './preloadable.tsx';
import { tip } from './tip.ts';

const popover = preloadable(() => import('./MenuPopover.tsx').then((module) => module.MenuPopover));

export interface MenuButtonProps {
  /** Accessible name of the button and of the menu. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onAction: (id: string) => void;
  /** Chosen ids: given, the entries are radio items (`selection` "single") or checkbox items ("multiple"). */
  readonly selected?: readonly string[] | undefined;
  readonly selection?: 'single' | 'multiple' | undefined;
  readonly icon?: IconName | undefined;
  /** Visible text with a chevron behind it; without it the button is an icon with a tooltip. */
  readonly children?: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly keys?: string | undefined;
  readonly className?: string | undefined;
  /** Shift and an arrow to the side were pressed on an entry. */
  readonly onMove?: ((id: string, by: -1 | 1) => void) | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

/** What was asked for by a press or a key. */
interface Asked {
  /** The entry that gets the focus; a press of the mouse chooses none. */
  readonly focusOn: 'first' | 'last' | undefined;
  readonly keys: readonly string[];
  /** `waiting` for its code, `lost` where that could not be had. */
  readonly menu: 'waiting' | 'there' | 'lost';
}

const opensOn: Readonly<Record<string, 'first' | 'last'>> = {
  Enter: 'first',
  ' ': 'first',
  ArrowDown: 'first',
  ArrowUp: 'last',
};

/** A press of the mouse opens at once, a tap when it ends, keys at the first or the last entry, as menus of the system do. */
export function MenuButton(props: MenuButtonProps) {
  const { label, icon, children, variant, keys, className, onOpenChange } = props;
  const [asked, setAsked] = useState<Asked>();
  const button = useRef<HTMLButtonElement>(null);
  const isPressTaken = useRef(false);
  const menuId = useId();
  const isIconOnly = children === undefined;

  const ask = (focusOn: Asked['focusOn']): void => {
    if (asked !== undefined && asked.menu !== 'lost') return;
    // Where the focus goes back to; Safari gives it to no button.
    button.current?.focus({ preventScroll: true });
    onOpenChange?.(true);
    setAsked({ focusOn, keys: [], menu: popover.isPresent() ? 'there' : 'waiting' });
    if (popover.isPresent()) return;
    const settle = (menu: Asked['menu']) => () => setAsked((now) => now && { ...now, menu });
    popover.fetch().then(settle('there'), settle('lost'));
  };
  const close = (): void => {
    setAsked(undefined);
    onOpenChange?.(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const focusOn = opensOn[event.key];
    if (asked?.menu === 'waiting') {
      if (event.key === 'Tab') return;
      if (event.key === 'Escape') close();
      else if (!event.repeat) setAsked({ ...asked, keys: [...asked.keys, event.key] });
    } else if (focusOn === undefined) return;
    else ask(focusOn);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={buttonClass({ variant, isIconOnly, className })}
        aria-label={label}
        aria-haspopup="true"
        aria-expanded={asked !== undefined && asked.menu !== 'lost'}
        aria-controls={asked?.menu === 'there' ? menuId : undefined}
        {...(isIconOnly ? tip(label, keys) : {})}
        onPointerEnter={popover.preload}
        onFocus={popover.preload}
        onPointerDown={(event) => {
          isPressTaken.current = event.pointerType !== 'touch' && event.button === 0;
          if (isPressTaken.current) ask(undefined);
        }}
        // The focus has gone into the menu by now.
        onMouseDown={(event) => event.preventDefault()}
        onClick={({ detail }) => {
          if (detail === 0) ask('first');
          else if (!isPressTaken.current) ask(undefined);
        }}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => {
          // Firefox clicks when the space bar comes up.
          if (event.key === ' ') event.preventDefault();
        }}
        onBlur={() => {
          if (asked !== undefined && asked.menu !== 'there') close();
        }}
      >
        {icon === undefined ? null : <Icon name={icon} />}
        {children}
        {isIconOnly ? null : <Icon name="chevron-down" />}
      </button>
      {asked?.menu === 'there' ? (
        <popover.Part
          id={menuId}
          label={label}
          trigger={button}
          entries={props.entries}
          onAction={props.onAction}
          selected={props.selected}
          selection={props.selection ?? 'single'}
          onMove={props.onMove}
          focusOn={asked.focusOn}
          keysBefore={asked.keys}
          onClose={close}
        />
      ) : null}
      {asked?.menu === 'lost' ? (
        <span role="alert" className={styles.lost}>
          This menu could not be fetched, because the server of this page does not answer. Press again to retry.
        </span>
      ) : null}
    </>
  );
}
