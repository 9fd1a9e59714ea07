// One generation of the comparison: its head with what is known of it, and its output in full.

import { memo, type RefObject } from 'react';
import { generationName } from '../../analysis/equalAnswers.ts';
import type { GenerationRow } from '../../response/report.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { classNames } from '../../ui/classNames.ts';
import { copyVerbatim } from '../../ui/copyVerbatim.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import type { AlignedText } from './alignOutputs.ts';
import styles from './ComparedColumn.module.css';
import { ComparedText } from './ComparedText.tsx';
import { differenceWords, limitWords, sizeWords } from './columnWords.ts';

export interface ColumnActions {
  select(position: number): void;
  makeBaseline(position: number): void;
  remove(position: number): void;
  hover(row: GenerationRow | undefined): void;
}

export interface ComparedColumnProps {
  readonly row: GenerationRow;
  /** Place from the left, from 0. */
  readonly place: number;
  /** Undefined when the generation has no output. */
  readonly text: string | undefined;
  readonly totalLength: number;
  readonly aligned: AlignedText | undefined;
  /** Label of the baseline; this column is it when absent. */
  readonly baselineLabel: string | undefined;
  readonly equals: string | undefined;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  readonly areInvisiblesShown: boolean;
  /** Number of the difference that is outlined. */
  readonly current: number | undefined;
  readonly areaRef: RefObject<Element | null>;
  readonly actions: ColumnActions;
}

export const ComparedColumn = memo(function ComparedColumn(props: ComparedColumnProps) {
  const { row, place, text, totalLength, aligned, baselineLabel, isSelected, isLit, actions } = props;
  const isBaseline = baselineLabel === undefined;
  const limit = text === undefined ? undefined : limitWords(text.length, totalLength);
  const calls = row.toolCallCount > 0 ? ' It called tools instead: see the pane Generation.' : '';
  const instead = text === undefined ? `No output.${calls}` : text === '' ? `The output is empty.${calls}` : undefined;
  return (
    <div
      role="group"
      aria-label={`Generation ${row.label}${isBaseline ? ', baseline' : ''}`}
      data-position={row.position}
      className={classNames(styles.column, isBaseline && styles.baseline)}
      style={{ gridColumn: isBaseline ? '1 / -1' : place + 1 }}
      onPointerEnter={() => actions.hover(row)}
      onPointerLeave={() => actions.hover(undefined)}
      onCopy={copyVerbatim}
    >
      <div className={styles.head} data-selected={isSelected || undefined} data-lit={isLit || undefined}>
        <ColumnHead {...props} />
      </div>
      {limit === undefined ? null : <p className={styles.note}>{limit}</p>}
      {instead !== undefined || text === undefined ? (
        <p className={styles.instead}>{instead}</p>
      ) : (
        <ComparedText
          text={text}
          rows={aligned?.rows}
          areInvisiblesShown={props.areInvisiblesShown}
          current={props.current}
          areaRef={props.areaRef}
        />
      )}
    </div>
  );
});

function ColumnHead({ row, text, aligned, baselineLabel, equals, isSelected, actions }: ComparedColumnProps) {
  const isBaseline = baselineLabel === undefined;
  const size = sizeWords(row);
  return (
    <>
      <button
        type="button"
        className={styles.name}
        aria-current={isSelected}
        onClick={() => actions.select(row.position)}
      >
        {generationName(row.label)}
      </button>
      {isBaseline ? <Tag tone="accent">baseline</Tag> : null}
      <span className={styles.facts}>
        {isBaseline || !aligned ? null : <span>{differenceWords(aligned, baselineLabel)}</span>}
        <FinishWord row={row} />
        {equals === undefined ? null : <span>{equals}</span>}
      </span>
      {size === undefined ? null : <span className={styles.size}>{size}</span>}
      <span className={styles.actions}>
        {isBaseline ? null : (
          <IconButton
            icon="baseline"
            label={`Put ${generationName(row.label)} first`}
            hint={`Make ${generationName(row.label)} the baseline`}
            keys="b"
            onClick={() => actions.makeBaseline(row.position)}
          />
        )}
        {text === undefined ? null : <CopyButton label={`Copy output of ${generationName(row.label)}`} text={text} />}
        <IconButton
          icon="x"
          label={`Take ${generationName(row.label)} out`}
          keys="x"
          onClick={() => actions.remove(row.position)}
        />
      </span>
    </>
  );
}

function FinishWord({ row: { finishReason } }: { readonly row: GenerationRow }) {
  if (finishReason === undefined) return null;
  const { class: finish, raw } = finishReason;
  const severity = finish === 'error' ? 'error' : finish === 'length' || finish === 'filter' ? 'warning' : undefined;
  return (
    <span className={styles.finish} data-severity={severity}>
      <PreviewText text={raw} />
      {severity === undefined ? null : <SeverityIcon severity={severity} />}
    </span>
  );
}
