// The list of groups, of which only those on screen are elements; arrow keys go from group to group. Asks for the marks of what is on screen.

import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useStore } from '../../../state/store.ts';
import { useTask } from '../../../state/task.ts';
import { listKeys } from '../../../ui/listKeys.ts';
import { useRowWindow } from '../../../ui/useRowWindow.ts';
import { longestCompared } from '../similar.ts';
import type { AnswerGroup } from './answerGroups.ts';
import { type GroupActions, GroupItem } from './GroupItem.tsx';
import styles from './GroupList.module.css';

export interface GroupListProps {
  readonly groups: readonly AnswerGroup[];
  readonly rows: SampleList;
  readonly mostTypical: number | undefined;
  readonly mostUnusual: number | undefined;
  /** The text that the others are compared with; absent while it is not known. */
  readonly typicalText: string | undefined;
  /** Mean similarity of a sample to all others; undefined where it is not known. */
  readonly meanOf: (place: number) => number | undefined;
  readonly picked: ReadonlySet<number>;
  readonly selected: number | undefined;
  readonly actions: Omit<GroupActions, 'toggle' | 'showAll'>;
}

/** What is on screen is asked for in pages of so many groups, so that scrolling does not ask for every row. */
const page = 20;
const headPx = 26;
/** Of a group that was not drawn yet. */
const usualPx = 118;
const textsOfGroup = 10;

export function GroupList(props: GroupListProps) {
  const { groups, rows, mostTypical, mostUnusual, typicalText, meanOf, actions } = props;
  const areInvisiblesShown = useStore((state) => state.preferences.areInvisiblesShown);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [whole, setWhole] = useState<ReadonlySet<number>>(new Set());
  const [stand, setStand] = useState(0);
  const active = Math.min(stand, groups.length - 1);

  // Groups are known by the sample that stands for them: their number changes with the grouping.
  const keyOf = useCallback((at: number) => groups[at]?.first ?? -1, [groups]);
  const { shown, topOf, scroll, reveal } = useRowWindow({ count: groups.length, usualPx, headPx, active, keyOf });

  const firstPage = Math.floor((shown[0] ?? 0) / page);
  const lastPage = Math.floor((shown.at(-1) ?? 0) / page);
  const input = useMemo(() => {
    if (typicalText === undefined) return undefined;
    const texts = new Set<string>();
    for (const { variants, first } of groups.slice(firstPage * page, (lastPage + 1) * page)) {
      const isWhole = whole.has(first);
      for (const { text } of variants.slice(0, isWhole ? variants.length : open.has(first) ? textsOfGroup : 1)) {
        if (text !== typicalText && text.length <= longestCompared) texts.add(text);
      }
    }
    return texts.size === 0 ? undefined : { base: typicalText, texts: [...texts] };
  }, [typicalText, groups, firstPage, lastPage, open, whole]);
  const { value: marks } = useTask('differingWords', input);
  const marksOf = (text: string): Uint32Array | undefined => (text === typicalText ? undefined : marks?.get(text));

  const changed = (set: ReadonlySet<number>, first: number): ReadonlySet<number> => {
    const next = new Set(set);
    if (!next.delete(first)) next.add(first);
    return next;
  };
  const all: GroupActions = {
    ...actions,
    toggle: (group) => {
      setStand(groups.indexOf(group));
      setOpen((now) => changed(now, group.first));
    },
    showAll: (group) => setWhole((now) => changed(now, group.first)),
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.group === undefined) return;
    const next = listKeys(event, active, groups.length, 5);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setStand(next);
    reveal(next);
    // The group may become an element only with the next rendering.
    requestAnimationFrame(() => scroll.area.current?.querySelector<HTMLElement>(`[data-group="${next}"]`)?.focus());
  };

  return (
    <div ref={scroll.areaRef} className={styles.area} onScroll={scroll.onScroll}>
      <div className={styles.heads} aria-hidden="true">
        <span className={styles.countHead}>Count</span>
        <span className={styles.mainHead}>
          Group{typicalText === undefined ? '' : ', words that differ from the most typical marked'}
        </span>
        <span className={styles.tokensHead}>Tokens</span>
        <span className={styles.meanHead}>To the others</span>
      </div>
      <div
        role="list"
        onKeyDown={onKeyDown}
        aria-label="Groups of answers"
        className={styles.list}
        style={{ height: scroll.contentPx }}
      >
        {shown.map((at) => {
          const group = groups[at];
          if (group === undefined) return null;
          return (
            <div
              role="listitem"
              key={group.first}
              data-at={at}
              aria-posinset={at + 1}
              aria-setsize={groups.length}
              className={styles.item}
              style={{ transform: `translateY(${topOf(at)}px)` }}
            >
              <GroupItem
                group={group}
                number={at + 1}
                rows={rows}
                mostTypical={mostTypical}
                mostUnusual={mostUnusual}
                mean={meanOfGroup(group, meanOf)}
                marksOf={marksOf}
                isOpen={open.has(group.first)}
                isWhole={whole.has(group.first)}
                isTabStop={at === active}
                picked={props.picked}
                selected={props.selected}
                areInvisiblesShown={areInvisiblesShown}
                actions={all}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function meanOfGroup({ places }: AnswerGroup, meanOf: GroupListProps['meanOf']): number | undefined {
  let sum = 0;
  for (const place of places) {
    const mean = meanOf(place);
    if (mean === undefined) return undefined;
    sum += mean;
  }
  return sum / places.length;
}
