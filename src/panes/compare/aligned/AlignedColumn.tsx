// One generation of the comparison: its head with what is known of it, and its output in full.

import { memo, type RefObject, useMemo, useRef, useState } from 'react';
import type { Alignment } from '../../../analysis/align/alignment.ts';
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
import styles from './AlignedColumn.module.css';
import { AlignedText } from './AlignedText.tsx';
import { piecesOf } from './alignedPieces.ts';
import { differenceWords, limitWords, sizeWords } from './columnWords.ts';
import { useIsNear } from './nearView.ts';
import { useIsWhole } from './useIsWhole.ts';
import { useMarksInTurn } from './useMarksInTurn.ts';

export interface ColumnActions {
  select(position: number): void;
  makeBaseline(position: number): void;
  remove(position: number): void;
  hover(row: GenerationRow | undefined): void;
}

/** An alignment with what all columns need of it. */
export interface AlignedTexts {
  readonly alignment: Alignment;
  /** By sample of the alignment. */
  readonly texts: readonly string[];
  /** The sample of the baseline; undefined when it takes no part. */
  readonly baseline: number | undefined;
  /** Columns of the alignment behind which rows start. */
  readonly rowEnds: readonly number[];
}

export interface AlignedColumnProps {
  readonly row: GenerationRow;
  /** Place from the left, from 0. */
  readonly place: number;
  readonly text: string;
  readonly totalLength: number;
  /** Place in the alignment; undefined when it takes no part in it. */
  readonly sample: number | undefined;
  /** Absent while it is being worked out. */
  readonly aligned: AlignedTexts | undefined;
  /** Label of the baseline; this column is it when absent. */
  readonly baselineLabel: string | undefined;
  /** How near it is to the baseline, or for the baseline to all others, in words. */
  readonly nearness: string | undefined;
  readonly equals: string | undefined;
  /** Then `equals` says so, and how near it is need not be said. */
  readonly isEqualToBaseline: boolean;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  readonly isSharedHighlighted: boolean;
  /** False while the texts before it are being drawn. */
  readonly isDrawn: boolean;
  /** Its marks are drawn with the column itself; otherwise in their turn, once it is near the view. */
  readonly isMarkedAtOnce: boolean;
  /** Code units of the text that are drawn with the column itself when its marks are; the rest in its turn. */
  readonly unitsAtFirst: number;
  /** There are so many columns that those far from the view have no marks and no layout. */
  readonly isWatched: boolean;
  readonly areInvisiblesShown: boolean;
  /** Number of the difference that is outlined. */
  readonly current: number | undefined;
  readonly areaRef: RefObject<Element | null>;
  readonly actions: ColumnActions;
}

/** Columns together draw about this many pieces at once; of more, those near the view. */
const mostPieces = 1200;

/** Columns that are near the view before anybody has scrolled, on any screen. */
const columnsAtFirst = 4;

export const AlignedColumn = memo(function AlignedColumn(props: AlignedColumnProps) {
  const { row, place, text, totalLength, sample, unitsAtFirst, baselineLabel, isSelected, isLit, actions } = props;
  const element = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(element, props.areaRef, props.isWatched, place < columnsAtFirst);
  const aligned = useMarksInTurn(props.aligned, isNear, props.isMarkedAtOnce, text.length);
  // What is drawn stays, also when another order of the columns is drawn step by step.
  const [isDrawn, setDrawn] = useState(props.isDrawn);
  if (props.isDrawn && !isDrawn) setDrawn(true);
  const isWhole = useIsWhole(
    () => !props.isMarkedAtOnce || aligned === undefined || text.length <= unitsAtFirst,
    text.length,
  );
  const isBaseline = baselineLabel === undefined;
  const limit = text === '' ? undefined : limitWords(text.length, totalLength);
  const calls = row.toolCallCount > 0 ? ' It called tools instead: see the pane Generation.' : '';
  const instead = `(${insteadOfText(row) ?? 'empty'})${calls}`;
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
      aria-label={`Generation ${row.label}${isBaseline ? ', baseline' : ''}`}
      data-position={row.position}
      className={classNames(styles.column, isBaseline && styles.baseline)}
      style={{ gridColumn: isBaseline ? '1 / -1' : place + 1 }}
      onPointerEnter={() => actions.hover(row)}
      onPointerLeave={() => actions.hover(undefined)}
      onCopy={copyVerbatim}
    >
      <div className={styles.head} data-selected={isSelected || undefined} data-lit={isLit || undefined}>
        {isDrawn ? <ColumnHead {...props} aligned={aligned} /> : null}
      </div>
      {limit === undefined ? null : <p className={styles.note}>{limit}</p>}
      {!isDrawn ? null : text === '' ? (
        <p className={styles.instead}>{instead}</p>
      ) : rows === undefined ? (
        <div className={styles.plain} data-far={!isNear || undefined}>
          <VisibleText text={text} showInvisible={props.areInvisiblesShown} wrap />
        </div>
      ) : (
        <AlignedText
          text={text}
          rows={rows}
          unitsAtFirst={unitsAtFirst}
          limit={isWhole || props.current !== undefined ? text.length : unitsAtFirst}
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

function ColumnHead(props: AlignedColumnProps) {
  const { row, text, aligned, sample, baselineLabel, equals, isEqualToBaseline, isSelected, actions } = props;
  const nearness = isEqualToBaseline ? undefined : props.nearness;
  const isBaseline = baselineLabel === undefined;
  const size = sizeWords(row);
  const difference = useMemo(() => {
    if (!aligned || isEqualToBaseline || sample === undefined) return undefined;
    if (aligned.baseline === undefined || baselineLabel === undefined) return undefined;
    return differenceWords(aligned.alignment, sample, aligned.baseline, aligned.texts, baselineLabel);
  }, [aligned, isEqualToBaseline, sample, baselineLabel]);
  // What has no room in the head stands in its tooltip.
  const facts = [nearness, equals, difference, row.finishReason?.raw].filter((fact) => fact !== undefined);
  return (
    <>
      <button
        type="button"
        className={styles.name}
        aria-current={isSelected}
        {...tip(facts.join(' · '))}
        onClick={() => actions.select(row.position)}
      >
        {generationName(row.label)}
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
