// The pane "Response fields": every key at the root of the response with its value, set or not. A value selects its place.

import { isWithin } from '../../json/pointer.ts';
import type { FieldRow } from '../../response/rows.ts';
import { useDocument, useStore, useView } from '../../state/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { plural } from '../../words/numbers.ts';
import styles from './FieldsPane.module.css';
import { fieldWords } from './fieldWords.ts';

export interface FieldsPaneProps {
  readonly onClose: () => void;
}

export function FieldsPane({ onClose }: FieldsPaneProps) {
  const { fields, kind } = useDocument();
  const setCount = fields.filter((field) => field.presence !== 'absent').length;
  return (
    <Pane
      pane="fields"
      label="Response fields"
      count={fields.length === 0 ? undefined : `${plural(setCount, 'key')} beside data and provider_responses`}
      actions={<IconButton icon="x" label="Close response fields" onClick={onClose} />}
    >
      {fields.length === 0 ? (
        <EmptyState>
          {kind === 'plain'
            ? 'A plain JSON document has no response fields. The tree shows all of its keys.'
            : 'No keys stand beside the generations and the provider responses.'}
        </EmptyState>
      ) : (
        <dl className={styles.fields}>
          {fields.map((field) => (
            <Field key={field.pointer} field={field} />
          ))}
        </dl>
      )}
    </Pane>
  );
}

function Field({ field }: { readonly field: FieldRow }) {
  const { selection } = useView();
  const isHovered = useStore((state) => state.hovered !== undefined && isWithin(state.hovered, field.pointer));
  const { select, hover } = useStore.getState();
  const { value, remark } = fieldWords(field);
  return (
    <div
      className={styles.field}
      data-hovered={isHovered || undefined}
      data-selected={(field.presence !== 'absent' && isWithin(selection, field.pointer)) || undefined}
    >
      <dt className={styles.key}>
        <PreviewText text={field.key} />
        {field.isDocumented ? null : <Tag>extra</Tag>}
      </dt>
      <dd className={styles.words}>
        {value === undefined ? null : (
          <button
            type="button"
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
