// The pane "Calls": what differs between the calls of several responses, beside what differs in their answers; a column a response. A cell chooses the
// samples of the responses that have what it says. Connects the grid to the store.

import { useMemo, useState } from 'react';
import { useAnswer } from '../../state/answer.ts';
import { useDocument, useStore, useView } from '../../state/store.ts';
import { openCompare } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { type GridCellView, type GridColumn, type GridPlace, VirtualGrid } from '../../ui/VirtualGrid.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import { CallsExport } from './CallsExport.tsx';
import styles from './CallsPane.module.css';
import { alike, type CallLine, callLines } from './callRows.ts';
import { EqualFields } from './EqualFields.tsx';
import { samplesOf } from './samplesOf.ts';

const fieldWidth = 176;
const responseWidth = 112;
const noLines: readonly CallLine[] = [];

export interface CallsPaneProps {
  readonly onClose: () => void;
}

export function CallsPane({ onClose }: CallsPaneProps) {
  const document = useDocument();
  const { brushes } = useView();
  const { responses, summaries, rows } = document;
  const { changeView } = useStore.getState();
  const { value: matrix, problem } = useAnswer(summaries && 'calls', (questions) => questions.calls());
  const lines = useMemo(
    () => (matrix === undefined || summaries === undefined ? noLines : callLines(matrix, summaries)),
    [matrix, summaries],
  );
  const names = responses?.names;
  const columns = useMemo<readonly GridColumn[]>(
    () => [
      { key: 'field', width: fieldWidth },
      ...(names ?? []).map((_, response) => ({ key: response, width: responseWidth })),
    ],
    [names],
  );
  const [stand, setStand] = useState<GridPlace>({ row: 0, column: 1 });
  const active = { row: Math.min(stand.row, lines.length - 1), column: Math.min(stand.column, columns.length - 1) };
  const line = lines[active.row];
  const wanted = useMemo(
    () => (line === undefined || active.column < 1 ? [] : alike(line, active.column - 1)),
    [line, active.column],
  );
  const chosen = brushes.responses;

  const narrow = (list: readonly number[]): void =>
    changeView((view) => ({ ...view, brushes: { ...view.brushes, responses: list } }));
  const compare = (): void => {
    const positions = samplesOf(rows, wanted);
    changeView((view) =>
      openCompare({ ...view, chosen: positions, brushes: { ...view.brushes, responses: wanted } }, positions),
    );
  };
  const open = (place: GridPlace): void => {
    setStand(place);
    const pressed = lines[place.row];
    if (pressed !== undefined && place.column >= 1) narrow(alike(pressed, place.column - 1));
    else if (place.column >= 1) narrow([place.column - 1]);
  };

  const head = (column: number): GridCellView => {
    if (column === 0) return { content: 'Field', className: styles.fieldHead };
    const name = names?.[column - 1] ?? '';
    const isChosen = chosen?.includes(column - 1) ?? false;
    return {
      content: <PreviewText text={name} />,
      title: name,
      className: isChosen ? styles.chosenHead : styles.head,
    };
  };
  const cell = ({ row, column }: GridPlace): GridCellView => {
    const shown = lines[row];
    if (row < 0 || shown === undefined) return head(column);
    if (column === 0) return { content: <PreviewText text={shown.name} />, title: shown.name, className: styles.field };
    return shown.kind === 'field' ? fieldCell(shown, column - 1) : figureCell(shown, column - 1);
  };

  return (
    <Pane
      pane="calls"
      label="Calls"
      count={
        matrix === undefined
          ? undefined
          : `${plural(matrix.differing.length, 'field')} of ${plural(matrix.responses, 'call')} differ`
      }
      actions={
        <>
          {wanted.length === 0 ? null : (
            <Button onClick={compare}>Compare the samples of {plural(wanted.length, 'response')}</Button>
          )}
          {matrix === undefined || names === undefined ? null : (
            <CallsExport matrix={matrix} lines={lines} names={names} documentName={document.name} />
          )}
          <IconButton icon="x" label="Close calls" onClick={onClose} />
        </>
      }
    >
      {summaries === undefined ? (
        <EmptyState>What differs is known when every response has been read.</EmptyState>
      ) : problem !== undefined ? (
        <EmptyState>The calls could not be compared: {problem}.</EmptyState>
      ) : (
        <>
          <VirtualGrid
            label="Calls"
            rowCount={lines.length}
            rowHeight={24}
            headHeight={26}
            columns={columns}
            fixedCount={1}
            cell={cell}
            active={active}
            onActive={setStand}
            onOpen={open}
          />
          <p className={styles.words}>{line === undefined ? null : <Standing line={line} at={active.column - 1} />}</p>
          {matrix === undefined ? null : <EqualFields fields={matrix.equal} leftOut={matrix.leftOut} />}
        </>
      )}
    </Pane>
  );
}

/** What the keys are at, in full. */
function Standing({ line, at }: { readonly line: CallLine; readonly at: number }) {
  if (at < 0) return line.name;
  if (line.kind === 'figure') return `${line.name}: ${figureWords(line, at)}`;
  const { values, cells, counts } = line.row;
  const place = cells[at] ?? -1;
  const all = formatCount(cells.length);
  if (place < 0) {
    const have = counts.reduce((sum, count) => sum + count, 0);
    return `${line.name} is not in ${formatCount(cells.length - have)} of ${all} calls.`;
  }
  return `${line.name} = ${values[place] ?? ''} in ${formatCount(counts[place] ?? 0)} of ${all} calls.`;
}

function figureWords({ valueAt, text }: Extract<CallLine, { kind: 'figure' }>, at: number): string {
  const value = valueAt(at);
  return Number.isNaN(value) ? 'not known' : text(value);
}

function fieldCell({ row, majority }: Extract<CallLine, { kind: 'field' }>, at: number): GridCellView {
  const place = row.cells[at] ?? -1;
  if (place < 0) return { content: 'absent', className: styles.absent };
  const value = row.values[place] ?? '';
  const className = place === majority ? styles.quiet : styles.value;
  return { content: <PreviewText text={value} />, title: value, className };
}

function figureCell(line: Extract<CallLine, { kind: 'figure' }>, at: number): GridCellView {
  const value = line.valueAt(at);
  if (Number.isNaN(value)) return { content: '–', label: 'not known', className: styles.absent };
  return {
    className: styles.figure,
    content: (
      <span className={styles.inner}>
        <span className={styles.number}>{line.text(value)}</span>
        <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect width={line.most === 0 ? 0 : (100 * value) / line.most} height="4" />
        </svg>
      </span>
    ),
  };
}
