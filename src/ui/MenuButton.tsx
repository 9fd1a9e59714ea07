// A button that opens a menu: actions, or a choice of one or of several. Knows no command.

import type { KeyboardEvent, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { type ButtonVariant, buttonClass } from './buttonClass.ts';
import { classNames } from './classNames.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './MenuButton.module.css';
import { tip } from './tip.ts';

/** One line of a menu; a `separator` is a hairline and is never chosen, an `action` is one also in a menu of choices and stands at its end. */
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
  | { readonly kind: 'separator'; readonly id: string };

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

/** Opens below, else above. Multiple choice stays open; everything else closes on a choice and gives focus back. */
export function MenuButton(props: MenuButtonProps) {
  const { label, entries, onAction, selected, selection = 'single', icon, children, variant, keys, className } = props;
  const isIconOnly = children === undefined;
  const isChoice = selected !== undefined;
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    if (props.onMove === undefined || !event.shiftKey || by === undefined || item?.dataset.key === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    props.onMove(item.dataset.key, by);
  };
  return (
    <MenuTrigger {...(props.onOpenChange === undefined ? {} : { onOpenChange: props.onOpenChange })}>
      <AriaButton
        className={buttonClass({ variant, isIconOnly, className })}
        aria-label={label}
        {...(isIconOnly ? tip(label, keys) : {})}
      >
        {icon === undefined ? null : <Icon name={icon} />}
        {children}
        {isIconOnly ? null : <Icon name="chevron-down" />}
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4} containerPadding={8}>
        <div onKeyDownCapture={onKeyDownCapture}>
          <Menu
            className={styles.menu ?? ''}
            aria-label={label}
            onAction={(key) => onAction(String(key))}
            selectionMode={isChoice ? selection : 'none'}
            selectedKeys={selected ?? []}
            disabledKeys={entries
              .filter((entry) => entry.kind !== 'separator' && entry.isDisabled)
              .map((entry) => entry.id)}
            shouldCloseOnSelect={!isChoice || selection === 'single'}
          >
            {entries
              .filter((entry) => !isAction(entry))
              .map((entry) => menuEntry(entry, isChoice ? selected : undefined))}
            {entries.some(isAction) ? (
              <MenuSection selectionMode="none" className={styles.actions ?? ''} aria-label={`${label}, actions`}>
                {entries.filter(isAction).map((entry) => menuEntry(entry, undefined))}
              </MenuSection>
            ) : null}
          </Menu>
        </div>
      </Popover>
    </MenuTrigger>
  );
}

type MenuLine = Exclude<MenuEntry, { readonly kind: 'separator' }>;

function isAction(entry: MenuEntry): boolean {
  return entry.kind === 'action';
}

/** `selected` is given in a menu of choices. */
function menuEntry(entry: MenuEntry, selected: readonly string[] | undefined) {
  if (entry.kind === 'separator') return <Separator key={entry.id} className={styles.separator ?? ''} />;
  const { id, label, icon, hint, detail, keys, isDanger }: MenuLine = entry;
  return (
    <MenuItem
      key={id}
      id={id}
      textValue={label}
      className={classNames(styles.item, isDanger === true && styles.isDanger) ?? ''}
    >
      {selected === undefined ? null : (
        <span className={styles.mark}>{selected.includes(id) ? <Icon name="check" /> : null}</span>
      )}
      {icon === undefined ? null : <Icon name={icon} />}
      <span className={styles.words}>
        {label}
        {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
      </span>
      {detail === undefined ? null : <span className={styles.end}>{detail}</span>}
      {keys === undefined ? null : <Kbd keys={keys} />}
    </MenuItem>
  );
}
