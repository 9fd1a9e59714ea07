// Panels side by side or one above the other, with hairlines that can be dragged and moved by arrow keys.
// Sizes belong to the caller, in percent by panel id. Knows nothing of what the panels hold.

import { Fragment, type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import { Group, type GroupImperativeHandle, Panel, Separator } from 'react-resizable-panels';
import styles from './SplitLayout.module.css';
import { hasSameIds, isSameLayout, layoutOf, type SplitSizes } from './splitSizes.ts';

export interface SplitPanel {
  /** Unique in the page: it becomes the id of an element. */
  readonly id: string;
  /** What the panel holds, for the name of the separator in front of it: "Resize Source". */
  readonly label: string;
  /** Percent when `sizes` says nothing about it. */
  readonly defaultSize: number;
  /** Least size in CSS pixels. */
  readonly minPx?: number | undefined;
  /** Dragged or keyed below half its least size, or given size 0, it closes to `closedPx`. */
  readonly isCollapsible?: boolean | undefined;
  readonly closedPx?: number | undefined;
  readonly content: ReactNode;
}

export interface SplitLayoutProps {
  /** Unique in the page. */
  readonly id: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly panels: readonly SplitPanel[];
  readonly sizes: SplitSizes | undefined;
  /** Called when a person has moved a border, at the end of the movement. */
  readonly onSizes: (sizes: SplitSizes) => void;
}

const hitArea = { coarse: 24, fine: 8 };

/** Fills its parent. A change of `sizes` moves the borders; a change of the set of panels starts from `sizes` again. */
export function SplitLayout({ id, direction, panels, sizes, onSizes }: SplitLayoutProps) {
  const groupRef = useRef<GroupImperativeHandle>(null);
  const names = panels.map((panel) => panel.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids and sizes are all that counts of the panels
  const wanted = useMemo(() => layoutOf(panels, sizes), [names, sizes]);

  // The group learns of added and removed panels later than we do, so a layout may have to wait for it.
  const waiting = useRef<SplitSizes | undefined>(undefined);
  const apply = (): void => {
    const group = groupRef.current;
    const layout = waiting.current;
    if (group === null || layout === undefined || !hasSameIds(group.getLayout(), layout)) return;
    waiting.current = undefined;
    if (!isSameLayout(group.getLayout(), layout)) group.setLayout(layout);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the wanted layout moves the borders
  useLayoutEffect(() => {
    waiting.current = wanted;
    apply();
  }, [wanted]);

  return (
    <Group
      id={id}
      groupRef={groupRef}
      orientation={direction}
      defaultLayout={wanted}
      resizeTargetMinimumSize={hitArea}
      onLayoutChanged={(layout, meta) => {
        if (meta.isUserInteraction) onSizes({ ...sizes, ...layout });
        else apply();
      }}
    >
      {panels.map((panel, index) => (
        <Fragment key={panel.id}>
          {index === 0 ? null : (
            <Separator
              id={`${id}-before-${panel.id}`}
              className={styles.separator}
              aria-label={`Resize ${panel.label}`}
            />
          )}
          <Panel
            id={panel.id}
            minSize={panel.minPx ?? 64}
            collapsible={panel.isCollapsible ?? false}
            collapsedSize={panel.closedPx ?? 0}
          >
            {panel.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
