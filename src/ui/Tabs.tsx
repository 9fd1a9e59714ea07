// A row of tabs; the panels are drawn by the caller with TabPanel and the same `idBase`. Arrow keys select at once. Tabs without room in the row
// wrap out of view, each as a whole, and stand in a menu behind it.

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { MenuButton } from './MenuButton.tsx';
import styles from './Tabs.module.css';

export interface TabsProps<Id extends string> {
  /** Accessible name of the tablist. */
  readonly label: string;
  /** Prefix of the ids of tabs and panels; unique in the page. */
  readonly idBase: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string; readonly count?: ReactNode }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** Controlled tabs (WAI-ARIA tabs pattern, automatic activation). */
export function Tabs<Id extends string>({ label, idBase, tabs, selected, onSelect }: TabsProps<Id>) {
  const listRef = useRef<HTMLDivElement>(null);
  const [hiddenCount, setHiddenCount] = useState(0);
  const words = tabs.map((tab) => tab.label).join(' ');
  // Where the browser broke the row: the line with the selected tab is brought into view, the tabs on others are counted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tabs and another selection break the row otherwise
  useLayoutEffect(() => {
    const list = listRef.current;
    if (list === null) return;
    const breakRow = (): void => {
      const all = [...list.children].filter((tab) => tab instanceof HTMLElement);
      const top = all.find((tab) => tab.ariaSelected === 'true')?.offsetTop ?? 0;
      list.scrollTop = top;
      setHiddenCount(all.filter((tab) => tab.offsetTop !== top).length);
    };
    breakRow();
    const observer = new ResizeObserver(breakRow);
    observer.observe(list);
    return () => observer.disconnect();
  }, [selected, words]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const from = tabs.findIndex((tab) => tab.id === selected);
    const to = neighbour(event.key, from, tabs.length);
    const tab = to === undefined ? undefined : tabs[to];
    if (tab === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(tab.id);
    document.getElementById(tabId(idBase, tab.id))?.focus();
  };
  return (
    <div className={styles.tabs}>
      <div ref={listRef} role="tablist" aria-label={label} className={styles.list}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={tabId(idBase, tab.id)}
            className={styles.tab}
            aria-selected={tab.id === selected}
            aria-controls={tab.id === selected ? panelId(idBase, tab.id) : undefined}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={onKeyDown}
          >
            <span className={styles.text} data-text={tab.label}>
              {tab.label}
            </span>
            {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      {hiddenCount === 0 ? null : (
        <MenuButton
          label="More tabs"
          className={styles.more}
          entries={tabs.map((tab) => ({ id: tab.id, label: tab.label }))}
          selected={[selected]}
          onAction={(id) => {
            const tab = tabs.find((one) => one.id === id);
            if (tab) onSelect(tab.id);
          }}
        >
          +{hiddenCount}
        </MenuButton>
      )}
    </div>
  );
}

export interface TabPanelProps<Id extends string> {
  readonly idBase: string;
  readonly id: Id;
  readonly className?: string | undefined;
  /** Leave it focusable unless its content begins with something focusable. */
  readonly isFocusable?: boolean | undefined;
  readonly children: ReactNode;
}

/** The panel of the selected tab. */
export function TabPanel<Id extends string>(props: TabPanelProps<Id>) {
  return (
    <div
      role="tabpanel"
      id={panelId(props.idBase, props.id)}
      aria-labelledby={tabId(props.idBase, props.id)}
      tabIndex={props.isFocusable === false ? undefined : 0}
      className={props.className}
    >
      {props.children}
    </div>
  );
}

function tabId(idBase: string, id: string): string {
  return `${idBase}-tab-${id}`;
}

function panelId(idBase: string, id: string): string {
  return `${idBase}-panel-${id}`;
}

function neighbour(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
