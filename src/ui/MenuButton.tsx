// A button that opens a menu: actions, or a choice of one or of several. Knows no command.

import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { type ButtonVariant, buttonClass } from './buttonClass.ts';
import { classNames } from './classNames.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './MenuButton.module.css';
import { tip } from './tip.ts';

/** One line of a menu; a `separator` is a hairline and is never chosen. */
export type MenuEntry =
  | {
      readonly kind?: 'item' | undefined;
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
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

/** Opens below, else above. Multiple choice stays open; everything else closes on a choice and gives focus back. */
export function MenuButton(props: MenuButtonProps) {
  const { label, entries, onAction, selected, selection = 'single', icon, children, variant, keys, className } = props;
  const isIconOnly = children === undefined;
  const isChoice = selected !== undefined;
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
          {entries.map((entry) =>
            entry.kind === 'separator' ? (
              <Separator key={entry.id} className={styles.separator ?? ''} />
            ) : (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                className={classNames(styles.item, entry.isDanger === true && styles.isDanger) ?? ''}
              >
                {isChoice ? (
                  <span className={styles.mark}>{selected.includes(entry.id) ? <Icon name="check" /> : null}</span>
                ) : null}
                {entry.icon === undefined ? null : <Icon name={entry.icon} />}
                <span className={styles.words}>
                  {entry.label}
                  {entry.hint === undefined ? null : <span className={styles.hint}>{entry.hint}</span>}
                </span>
                {entry.detail === undefined ? null : <span className={styles.end}>{entry.detail}</span>}
                {entry.keys === undefined ? null : <Kbd keys={entry.keys} />}
              </MenuItem>
            ),
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
