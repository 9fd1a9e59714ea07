// The lines above the tree: per provider response its format, model, time and how its choices ended. Knows no store.

import { useMemo } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import type { ProviderTable } from '../../response/choices/choiceTable.ts';
import type { ProviderRow } from '../../response/rows.ts';
import { Icon } from '../../ui/Icon.tsx';
import { tip } from '../../ui/tip.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import styles from './ProviderLines.module.css';
import { choiceCount, finishSummary, leftOverChoices, rawTimeText, timeText } from './providerSummary.ts';

export interface ProviderLinesProps {
  readonly table: ProviderTable;
  readonly providers: readonly ProviderRow[];
  /** Shorter lines without place and time. */
  readonly isShort: boolean;
  readonly onSelect: (pointer: Pointer) => void;
}

export function ProviderLines({ table, providers, isShort, onSelect }: ProviderLinesProps) {
  return (
    <ul className={styles.lines}>
      {providers.map((provider) => (
        <ProviderLine key={provider.pointer} table={table} provider={provider} isShort={isShort} onSelect={onSelect} />
      ))}
    </ul>
  );
}

function ProviderLine(props: {
  readonly table: ProviderTable;
  readonly provider: ProviderRow;
  readonly isShort: boolean;
  readonly onSelect: (pointer: Pointer) => void;
}) {
  const { table, provider, isShort, onSelect } = props;
  const { model, created, error } = provider;
  const label = provider.vendor === undefined ? provider.formatLabel : `${provider.formatLabel}, ${provider.vendor}`;
  const left = useMemo(() => leftOverChoices(table, provider), [table, provider]);
  const ends = useMemo(
    () => (isShort ? choiceCount(provider) : finishSummary(table, provider)),
    [table, provider, isShort],
  );
  return (
    <li className={styles.provider}>
      <div className={styles.line}>
        {isShort ? null : <span className={styles.position}>{provider.position}</span>}
        <button type="button" className={styles.format} onClick={() => onSelect(provider.pointer)}>
          {label}
        </button>
        <span className={styles.facts}>
          {model === undefined ? null : (
            <button type="button" onClick={() => onSelect(model.pointer)}>
              <PreviewText text={model.text} maxLength={120} className={styles.inline} />
            </button>
          )}
          {created === undefined || isShort ? null : (
            <button
              type="button"
              className={styles.time}
              {...tip(rawTimeText(created))}
              onClick={() => onSelect(created.pointer)}
            >
              {timeText(created)}
            </button>
          )}
          {ends === '' ? null : <span>{ends}</span>}
        </span>
      </div>
      {error === undefined ? null : (
        <button type="button" className={styles.error} onClick={() => onSelect(error.pointer)}>
          <Icon name="error" />
          <PreviewText text={error.code === undefined ? error.message : `${error.code}: ${error.message}`} />
        </button>
      )}
      {left === undefined ? null : (
        <button type="button" className={styles.left} onClick={() => onSelect(left.pointer)}>
          <Icon name="unlink" />
          {left.sentence}
        </button>
      )}
      {provider.notes.length === 0 ? null : (
        <p className={styles.notes} {...tip(provider.notes.join(' '))}>
          {provider.notes.join(' ')}
        </p>
      )}
    </li>
  );
}
