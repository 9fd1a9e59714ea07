// The pane "Response fields": every key at the root of the response with its value, set or not. A value selects its place.

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { isWithin, pointerKeys } from '../../json/pointer.ts';
import type { FieldRow } from '../../response/rows.ts';
import { useAnswer } from '../../state/answer.ts';
import { useDocument, useSelection, useStore } from '../../state/store.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { listKeys } from '../../ui/listKeys.ts';
import { Pane } from '../../ui/Pane.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useTallScroll } from '../../ui/useTallScroll.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { windowOf, withActive } from '../../ui/windowOf.ts';
import { formatCount, plural } from '../../words/numbers.ts';
import styles from './FieldsPane.module.css';
import { fieldWords } from './fieldWords.ts';

export interface FieldsPaneProps {
  readonly onClose: () => void;
}

const rowPx = 24;
/** Rows are asked for in pages of so many. */
const pageSize = 100;

export function FieldsPane({ onClose }: FieldsPaneProps) {
  const { fields, fieldCount, kind } = useDocument();
  const absent = fields.filter((field) => field.presence === 'absent').length;
  return (
    <Pane
      pane="fields"
      label="Response fields"
      count={fieldCount === 0 ? undefined : `${plural(fieldCount - absent, 'key')} beside data and provider_responses`}
      actions={<IconButton icon="x" label="Close response fields" onClick={onClose} />}
    >
      {fieldCount === 0 ? (
        <EmptyState>
          {kind === 'plain'
            ? 'A plain JSON document has no response fields. The tree shows all of its keys.'
            : 'No keys stand beside the generations and the provider responses.'}
        </EmptyState>
      ) : (
        <FieldList told={fields} count={fieldCount} />
      )}
    </Pane>
  );
}

interface FieldListProps {
  /** The first of them. */
  readonly told: readonly FieldRow[];
  readonly count: number;
}

/** Only what is in view is drawn, and asked for where it was not told; keys go from row to row. */
function FieldList({ told, count }: FieldListProps) {
  const [stand, setStand] = useState(0);
  const active = Math.min(stand, count - 1);
  const scroll = useTallScroll(count * rowPx, { stepPx: rowPx });
  const seen = windowOf(count, (at) => at * rowPx, scroll.offset, scroll.viewPx, 8);
  const shown = withActive(seen, active);
  const from = Math.floor((seen[0] ?? 0) / pageSize) * pageSize;
  const to = Math.ceil(((seen.at(-1) ?? 0) + 1) / pageSize) * pageSize;
  const { value } = useAnswer(
    to <= told.length || count <= told.length ? undefined : `fields ${from} ${to}`,
    async (questions) => ({
      from,
      rows: await questions.fields(from, to - from),
    }),
  );
  const wantsFocus = useRef(false);
  // The focus, which belongs to the browser: it follows the keys, once the row is an element.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroll.area.current?.querySelector<HTMLElement>(`[data-at="${active}"]`)?.focus({ preventScroll: true });
  }, [active, scroll.area]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = listKeys(event, active, count, Math.max(1, Math.floor(scroll.viewNow() / rowPx)));
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    wantsFocus.current = next !== active;
    setStand(next);
    scroll.reveal({ top: next * rowPx, bottom: (next + 1) * rowPx });
  };
  return (
    <div ref={scroll.areaRef} className={styles.area} onScroll={scroll.onScroll}>
      <dl className={styles.fields} style={{ height: scroll.contentPx }} onKeyDown={onKeyDown}>
        {shown.map((at) => (
          <Field
            key={at}
            field={told[at] ?? value?.rows[at - value.from]}
            at={at}
            topPx={Math.min(at * rowPx + scroll.basePx, scroll.contentPx - rowPx)}
            isTabStop={at === active}
            onFocus={setStand}
          />
        ))}
      </dl>
    </div>
  );
}

interface FieldProps {
  /** Undefined until it is known. */
  readonly field: FieldRow | undefined;
  readonly at: number;
  readonly topPx: number;
  readonly isTabStop: boolean;
  readonly onFocus: (at: number) => void;
}

function Field({ field, at, topPx, isTabStop, onFocus }: FieldProps) {
  const selection = useSelection();
  const isHovered = useStore(
    (state) => state.hovered !== undefined && field !== undefined && isWithin(state.hovered, field.pointer),
  );
  const { select, hover } = useStore.getState();
  const row = {
    'data-at': at,
    tabIndex: isTabStop ? 0 : -1,
    style: { transform: `translateY(${topPx}px)` },
    onFocus: () => onFocus(at),
  };
  if (field === undefined) return <div className={styles.field} {...row} />;
  const { value, remark } = fieldWords(field);
  const stop = isTabStop ? undefined : -1;
  return (
    <div
      className={styles.field}
      {...row}
      data-hovered={isHovered || undefined}
      data-selected={(field.presence !== 'absent' && isWithin(selection, field.pointer)) || undefined}
    >
      <dt className={styles.key}>
        <PreviewText text={field.key} />
        {field.keyLength === undefined ? null : (
          <CopyButton
            label={`Copy the whole key of ${formatCount(field.keyLength)} code units`}
            tabIndex={stop}
            text={() => pointerKeys(field.pointer).at(-1) ?? ''}
          />
        )}
        {field.isDocumented ? null : <Tag>extra</Tag>}
      </dt>
      <dd className={styles.words}>
        {value === undefined ? null : (
          <button
            type="button"
            tabIndex={stop}
            className={styles.value}
            data-presence={field.presence}
            aria-current={selection === field.pointer ? 'true' : undefined}
            onClick={() => select(field.pointer, 'fields')}
            onMouseEnter={() => hover(field.pointer)}
            onMouseLeave={() => hover(undefined)}
          >
            <PreviewText text={value} />
          </button>
        )}
        {remark === undefined ? null : <span className={styles.remark}>{remark}</span>}
      </dd>
    </div>
  );
}
