// The matrix of fields and samples, and below it the field and the cell that the keys are at, explained.

import { useMemo, useState } from 'react';
import { generationName } from '../../../analysis/equalAnswers.ts';
import { type Field, type FieldFigure, type FieldTable, lexemeOf } from '../../../analysis/fields/fields.ts';
import { type Answer, type FieldSource, jsonPartsOf } from '../../../analysis/fields/jsonParts.ts';
import { type Pointer, pointerKeys, rootPointer } from '../../../json/pointer.ts';
import { outputPlace } from '../../../response/samplePlaces.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import type { Arrangement } from '../../../state/panes.ts';
import { generationAt } from '../../../state/selection.ts';
import { useDocument, useSelection, useStore } from '../../../state/store.ts';
import type { ComparedPart } from '../../../state/view.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SeverityIcon } from '../../../ui/SeverityIcon.tsx';
import { type GridCellView, type GridPlace, VirtualGrid } from '../../../ui/VirtualGrid.tsx';
import { formatCount, formatDigits } from '../../../words/numbers.ts';
import styles from './FieldCells.module.css';
import { FieldExplanation } from './FieldExplanation.tsx';
import { memberWords, pathWords, shownFields, signOf, standingOf } from './fieldSigns.ts';

export interface FieldTableViewProps {
  readonly table: FieldTable;
  /** The samples, in the order of the table. */
  readonly rows: SampleList;
  readonly answers: readonly Answer[];
  readonly source: FieldSource;
  readonly part: ComparedPart;
  readonly cut: ReadonlySet<number>;
  readonly isDisagreeing: boolean;
  readonly arrangement: Arrangement;
}

const figureIds = ['min', 'median', 'max'] as const;
type Column = { readonly key: string | number; readonly width: number };

export function FieldTableView(props: FieldTableViewProps) {
  const { table, rows, answers, source, part, cut, isDisagreeing, arrangement } = props;
  const document = useDocument();
  const selection = useSelection();
  const isNarrow = arrangement === 'narrow';
  const errorOf = useMemo(() => new Map(table.errors.map((error) => [error.sample, error])), [table]);
  const without = useMemo(() => new Set(table.without), [table]);
  const fields = useMemo(() => shownFields(table.fields, table.parsed.length, isDisagreeing), [table, isDisagreeing]);
  const columns = useMemo<readonly Column[]>(
    () => [
      { key: 'field', width: isNarrow ? 132 : 184 },
      { key: 'agreement', width: isNarrow ? 70 : 124 },
      ...rows.positions.map((position) => ({ key: position, width: 96 })),
      ...(table.fields.some(({ figures }) => figures !== undefined)
        ? figureIds.map((key) => ({ key, width: 72 }))
        : []),
    ],
    [rows, table, isNarrow],
  );
  const [stand, setStand] = useState<GridPlace>(() => firstStand(fields, table));
  const active = { row: Math.min(stand.row, fields.length - 1), column: stand.column };
  const selected = generationAt(document, selection);

  const head = (column: number): GridCellView => {
    if (column === 0) return { content: 'Field', className: styles.fieldHead };
    if (column === 1) return { content: isNarrow ? 'Agree' : 'Agreement', className: styles.head };
    const sample = column - 2;
    const row = rows.at(sample);
    if (row === undefined) return { content: figureWord(columns[column]), className: styles.figureHead };
    const name = generationName(row.label);
    if (errorOf.has(sample)) {
      return {
        label: `${name}, does not parse`,
        className: styles.errorHead,
        content: (
          <>
            <SeverityIcon severity="error" />
            {name}
          </>
        ),
      };
    }
    const why = cut.has(sample) ? 'too long' : without.has(sample) ? 'no JSON' : undefined;
    return {
      label: why === undefined ? name : `${name}, ${why}`,
      title: why,
      className: row.position === selected ? styles.selectedHead : styles.head,
      content: why === undefined ? name : `${name} –`,
    };
  };

  const cell = ({ row, column }: GridPlace): GridCellView => {
    if (row < 0) return head(column);
    const field = fields[row];
    if (field === undefined) return { content: '' };
    if (column === 0)
      return {
        content: <FieldName field={field} isOfCalls={source === 'toolCalls'} />,
        className: styles.field,
        title: field.pointer,
      };
    if (column === 1) return agreementCell(field, table.parsed.length, isNarrow);
    const sample = column - 2;
    if (rows.positions[sample] === undefined)
      return figureCell(field.figures?.[columns[column]?.key as 'min' | 'median' | 'max']);
    if (errorOf.has(sample)) return { content: '', label: 'does not parse', className: styles.hatchedCell };
    const variant = field.variants[field.variantOf[sample] ?? -1];
    if (variant === undefined) return { content: '–', label: 'no JSON', className: styles.none };
    const sign = signOf(variant, lexemeOf(field, sample));
    const standing = standingOf(field, field.variantOf[sample] ?? 0);
    return {
      className: styles.cell,
      title: sign.text.length > 10 ? sign.text.slice(0, 1000) : undefined,
      label: standing === 'majority' ? sign.words : `${sign.words}, ${standing}`,
      content: (
        <span className={styles.value} data-kind={sign.kind} data-standing={standing}>
          {sign.text.slice(0, 60)}
          {sign.text.length > 60 ? '…' : ''}
        </span>
      ),
    };
  };

  const onOpen = ({ row, column }: GridPlace): void => {
    const sample = column - 2;
    const generation = rows.at(sample);
    if (generation === undefined) return;
    const pointer = row < 0 ? generation.pointer : placeOf(sample, fields[row]);
    useStore.getState().select(pointer, 'compare');
  };

  /** The place of the document that a cell is read from: the whole output, or the arguments of one call; of a reasoning its generation. */
  const placeOf = (sample: number, field: Field | undefined): Pointer => {
    const own = rows.at(sample);
    const answer = answers[sample];
    if (own === undefined) return rootPointer;
    if (part === 'reasoning') return own.pointer;
    if (source !== 'toolCalls' || answer === undefined) return outputPlace(own);
    const [label] = field === undefined ? [] : pointerKeys(field.pointer);
    const call = jsonPartsOf(answer, source).findIndex((part) => part.label === label);
    return (answer.toolCalls[call] ?? answer.toolCalls[0])?.argumentsPointer ?? own.pointer;
  };

  if (fields.length === 0) {
    return <EmptyState>All {formatCount(table.parsed.length)} samples agree on every field.</EmptyState>;
  }
  const activeSample = active.column - 2;
  return (
    <>
      <VirtualGrid
        label="Fields"
        rowCount={fields.length}
        rowHeight={28}
        headHeight={26}
        columns={columns}
        fixedCount={isNarrow ? 1 : 2}
        cell={cell}
        active={active}
        onActive={setStand}
        onOpen={onOpen}
        selectedRow={active.row}
      />
      <FieldExplanation
        table={table}
        rows={rows}
        field={fields[Math.max(0, active.row)]}
        sample={rows.positions[activeSample] === undefined ? undefined : activeSample}
        error={errorOf.get(activeSample) ?? (active.column < 2 ? table.errors[0] : undefined)}
        placeOf={placeOf}
        isOfCalls={source === 'toolCalls'}
      />
    </>
  );
}

/** The first field on which samples disagree, at its majority's agreement: what a person looks for. */
function firstStand(fields: readonly Field[], table: FieldTable): GridPlace {
  const first = fields.findIndex(({ agreement, hasMembers }) => agreement < table.parsed.length && !hasMembers);
  return { row: Math.max(0, first), column: 0 };
}

function figureWord(column: Column | undefined): string {
  return column?.key === 'min' ? 'Min' : column?.key === 'median' ? 'Median' : 'Max';
}

interface FieldNameProps {
  readonly field: Field;
  /** Arguments are named with their call, so that those of several calls are told apart wherever they stand. */
  readonly isOfCalls: boolean;
}

function FieldName({ field, isOfCalls }: FieldNameProps) {
  const own = field.pointer === '' ? 'whole text' : field.key === '' ? '""' : field.key;
  return (
    <span className={styles.name} style={{ paddingLeft: isOfCalls ? 0 : field.depth * 12 }}>
      {isOfCalls ? pathWords(field, true) : own}
      {field.memberCounts === undefined ? null : <span className={styles.quiet}> {memberWords(field)}</span>}
    </span>
  );
}

/** Up to so many samples each has a mark of its own. */
const mostMarks = 8;

function agreementCell({ agreement }: Field, parsed: number, isNarrow: boolean): GridCellView {
  const words = `${formatCount(agreement)} of ${formatCount(parsed)}`;
  return {
    label: `${words} agree`,
    className: styles.agreement,
    content: (
      <>
        {isNarrow ? null : parsed <= mostMarks ? (
          <span className={styles.marks}>
            {Array.from({ length: parsed }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the marks have no identity but their place
              <i key={at} data-on={at < agreement || undefined} />
            ))}
          </span>
        ) : (
          <span className={styles.meter}>
            <i style={{ width: `${(agreement / parsed) * 100}%` }} />
          </span>
        )}
        <span data-agrees={agreement === parsed || undefined}>{words}</span>
      </>
    ),
  };
}

/** A figure by its lexeme; a mean of two numbers, which stands nowhere, says so in its title. */
function figureCell(figure: FieldFigure | undefined): GridCellView {
  if (figure === undefined) return { content: '', label: 'no numbers' };
  const { lexeme: own, value } = figure;
  return {
    content: own ?? formatDigits(value, 15),
    className: styles.figure,
    ...(own === undefined && { title: 'Halfway between the two numbers in the middle' }),
  };
}
