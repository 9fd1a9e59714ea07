// One generation of the comparison: its head with what is known of it, and its output in full.

import { memo, type RefObject, useMemo, useRef } from 'react';
import { generationName } from '../../../analysis/equalAnswers.ts';
import { insteadOfText } from '../../../analysis/insteadOfText.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { copyVerbatim } from '../../../ui/copyVerbatim.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SeverityIcon } from '../../../ui/SeverityIcon.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { tip } from '../../../ui/tip.ts';
import { PreviewText, VisibleText } from '../../../ui/VisibleText.tsx';
import { firstAndCount, namesOf } from '../sampleWords.ts';
import styles from './AlignedColumn.module.css';
import { AlignedText } from './AlignedText.tsx';
import type { ColumnFacts } from './alignedColumns.ts';
import { piecesOf } from './alignedPieces.ts';
import { columnName, differenceWords, limitWords, sizeWords } from './columnWords.ts';
import type { DrawPlan } from './drawPlan.ts';
import type { AlignedTexts } from './useAlignment.ts';
import { useDrawn } from './useDrawn.ts';

export interface ColumnActions {
  select(position: number): void;
  makeBaseline(position: number): void;
  remove(positions: readonly number[]): void;
  hover(row: GenerationRow | undefined): void;
}

export interface AlignedColumnProps {
  readonly column: ColumnFacts;
  /** Absent while it is being worked out. */
  readonly aligned: AlignedTexts | undefined;
  readonly plan: DrawPlan;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  readonly areInvisiblesShown: boolean;
  readonly isSharedHighlighted: boolean;
  /** Number of the difference that is outlined. */
  readonly current: number | undefined;
  readonly areaRef: RefObject<Element | null>;
  readonly actions: ColumnActions;
}

/** Names in the tooltip of a head. */
const mostNamed = 40;
/** Columns together draw about this many pieces at once; of more, those near the view. */
const mostPieces = 1200;

export const AlignedColumn = memo(function AlignedColumn(props: AlignedColumnProps) {
  const { column, plan, isSelected, isLit, actions } = props;
  const { row, place, text, totalLength, sample } = column;
  const element = useRef<HTMLDivElement>(null);
  const { isThere, isWhole, isNear, aligned } = useDrawn(element, props);
  const isBaseline = place === 0;
  const limit = text === '' ? undefined : limitWords(text.length, totalLength);
  const instead = `(${insteadOfText(row) ?? 'empty'})`;
  const { alignment, rowEnds } = aligned ?? {};
  const rows = useMemo(
    () => (alignment && rowEnds && sample !== undefined ? piecesOf(alignment, sample, rowEnds) : undefined),
    [alignment, rowEnds, sample],
  );
  const pieceCount = rows?.reduce((sum, pieces) => sum + pieces.length, 0) ?? 0;
  return (
    <div
      ref={element}
      role="group"
      aria-label={`${columnName(column.rows)}${isBaseline ? ', baseline' : ''}`}
      data-position={row.position}
      className={classNames(styles.column, isBaseline && styles.baseline)}
      style={{ gridColumn: isBaseline ? '1 / -1' : place + 1 }}
      onPointerEnter={() => actions.hover(row)}
      onPointerLeave={() => actions.hover(undefined)}
      onCopy={copyVerbatim}
    >
      <div className={styles.head} data-selected={isSelected || undefined} data-lit={isLit || undefined}>
        {isThere ? <ColumnHead column={column} aligned={aligned} isSelected={isSelected} actions={actions} /> : null}
      </div>
      {limit === undefined ? null : <p className={styles.note}>{limit}</p>}
      {!isThere ? null : text === '' ? (
        <p className={styles.instead}>{instead}</p>
      ) : rows === undefined ? (
        <div className={styles.plain} data-far={!isNear || undefined}>
          <VisibleText text={text} showInvisible={props.areInvisiblesShown} wrap />
        </div>
      ) : (
        <AlignedText
          text={text}
          rows={rows}
          unitsAtFirst={plan.unitsAtFirst}
          limit={isWhole || props.current !== undefined ? text.length : plan.unitsAtFirst}
          sampleCount={aligned?.alignment.sampleCount ?? 0}
          areInvisiblesShown={props.areInvisiblesShown}
          isSharedHighlighted={props.isSharedHighlighted}
          isWatched={pieceCount * (aligned?.texts.length ?? 1) > mostPieces}
          current={props.current}
          areaRef={props.areaRef}
        />
      )}
    </div>
  );
});

type ColumnHeadProps = Pick<AlignedColumnProps, 'column' | 'aligned' | 'isSelected' | 'actions'>;

function ColumnHead({ column, aligned, isSelected, actions }: ColumnHeadProps) {
  const { row, rows, text, sample, baseline, equals, nearness } = column;
  const name = firstAndCount(rows);
  const isBaseline = column.place === 0;
  const size = sizeWords(row);
  const difference = useMemo(() => {
    if (!aligned || isBaseline || sample === undefined || baseline.sample === undefined) return undefined;
    return differenceWords(aligned.alignment, sample, baseline.sample, aligned.texts, baseline.label);
  }, [aligned, isBaseline, sample, baseline]);
  // What has no room in the head stands in its tooltip.
  const who = rows.length > 1 ? `${namesOf(rows, mostNamed)}, the same text` : undefined;
  const facts = [who, nearness, equals, difference, row.finishReason?.raw, size].filter((fact) => fact !== undefined);
  return (
    <>
      <button
        type="button"
        className={styles.name}
        aria-current={isSelected}
        {...tip(facts.join(' · '))}
        onClick={() => actions.select(row.position)}
      >
        {name}
      </button>
      {isBaseline ? <Tag tone="accent">baseline</Tag> : null}
      {nearness === undefined || isBaseline ? null : <span className={styles.kept}>{nearness}</span>}
      {equals === undefined ? null : <span className={styles.kept}>{equals}</span>}
      <span className={styles.facts}>
        {difference === undefined ? null : <span>{difference}</span>}
        <FinishWord row={row} />
        {nearness === undefined || !isBaseline ? null : <span>{nearness}</span>}
      </span>
      {size === undefined ? null : (
        <span className={styles.size}>
          <span>{size}</span>
        </span>
      )}
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
        {text === '' ? null : <CopyButton label={`Copy output of ${generationName(row.label)}`} text={text} />}
        <IconButton icon="x" label={`Take ${name} out`} keys="x" onClick={() => actions.remove(rows.positions)} />
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
