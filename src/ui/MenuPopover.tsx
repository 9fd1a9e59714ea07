// The open menu under its button: actions, or a choice of one or of several. Comes late; MenuButton asks for it. Knows no command.

import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './MenuPopover.module.css';
import type { MenuEntry } from './menuEntry.ts';

export interface MenuPopoverProps {
  readonly id: string;
  readonly label: string;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly entries: readonly MenuEntry[];
  readonly onAction: (id: string) => void;
  readonly selected: readonly string[] | undefined;
  readonly selection: 'single' | 'multiple';
  readonly onMove: ((id: string, by: -1 | 1) => void) | undefined;
  /** The entry that gets the focus; without it the menu itself does, as after a press of the mouse. */
  readonly focusOn: 'first' | 'last' | undefined;
  /** Keys that were pressed while this code was on its way: they count now. */
  readonly keysBefore: readonly string[];
  readonly onClose: () => void;
}

/** Opens below, else above. Multiple choice stays open; everything else closes on a choice and gives focus back. */
export function MenuPopover(props: MenuPopoverProps) {
  const { label, entries, onAction, selected, selection, onMove, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  const isChoice = selected !== undefined;
  useKeysBefore(props.keysBefore, menu);
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    if (onMove === undefined || !event.shiftKey || by === undefined || item?.dataset.key === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(item.dataset.key, by);
  };
  return (
    <Popover
      className={styles.popover ?? ''}
      aria-label={label}
      trigger="MenuTrigger"
      triggerRef={props.trigger}
      isOpen
      onOpenChange={onClose}
      placement="bottom start"
      offset={4}
      containerPadding={8}
    >
      <div onKeyDownCapture={onKeyDownCapture}>
        <Menu
          ref={menu}
          id={props.id}
          className={styles.menu ?? ''}
          aria-label={label}
          autoFocus={props.focusOn ?? true}
          onClose={onClose}
          onAction={(key) => onAction(String(key))}
          selectionMode={isChoice ? selection : 'none'}
          selectedKeys={selected ?? []}
          disabledKeys={entries.filter((entry) => isLine(entry) && entry.isDisabled).map((entry) => entry.id)}
          shouldCloseOnSelect={!isChoice || selection === 'single'}
        >
          {sectionsOf(entries.filter((entry) => !isAction(entry))).map(({ heading, lines }) =>
            heading === undefined ? (
              lines.map((entry) => menuEntry(entry, isChoice ? selected : undefined))
            ) : (
              <MenuSection key={heading.id} className={styles.section ?? ''}>
                <Header className={styles.heading ?? ''}>{heading.label}</Header>
                {lines.map((entry) => menuEntry(entry, isChoice ? selected : undefined))}
              </MenuSection>
            ),
          )}
          {entries.some(isAction) ? (
            <MenuSection selectionMode="none" className={styles.actions ?? ''} aria-label={`${label}, actions`}>
              {entries.filter(isAction).map((entry) => menuEntry(entry, undefined))}
            </MenuSection>
          ) : null}
        </Menu>
      </div>
    </Popover>
  );
}

/** Presses the keys again, one a frame, at what then has the focus in the menu. */
function useKeysBefore(keys: readonly string[], menu: RefObject<HTMLElement | null>): void {
  // The focus of the browser, which comes to the menu after it is drawn.
  useEffect(() => {
    const waiting = [...keys];
    const pressNext = (): void => {
      const target = document.activeElement;
      const key = target !== null && menu.current?.contains(target) ? waiting.shift() : undefined;
      if (key !== undefined) {
        for (const type of ['keydown', 'keyup'])
          target?.dispatchEvent(new window.KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
      }
      if (waiting.length > 0) frame = requestAnimationFrame(pressNext);
    };
    let frame = waiting.length > 0 ? requestAnimationFrame(pressNext) : 0;
    return () => cancelAnimationFrame(frame);
  }, [keys, menu]);
}

type MenuHeading = Extract<MenuEntry, { readonly kind: 'heading' }>;
type MenuLine = Exclude<MenuEntry, { readonly kind: 'separator' } | MenuHeading>;

function isLine(entry: MenuEntry): entry is MenuLine {
  return entry.kind !== 'separator' && entry.kind !== 'heading';
}

interface Section {
  /** Absent for what stands before the first one. */
  readonly heading?: MenuHeading;
  readonly lines: Exclude<MenuEntry, MenuHeading>[];
}

function sectionsOf(entries: readonly MenuEntry[]): readonly Section[] {
  const sections: Section[] = [{ lines: [] }];
  for (const entry of entries) {
    if (entry.kind === 'heading') sections.push({ heading: entry, lines: [] });
    else sections.at(-1)?.lines.push(entry);
  }
  return sections;
}

function isAction(entry: MenuEntry): entry is MenuLine {
  return entry.kind === 'action';
}

/** `selected` is given in a menu of choices. */
function menuEntry(entry: Exclude<MenuEntry, MenuHeading>, selected: readonly string[] | undefined) {
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
