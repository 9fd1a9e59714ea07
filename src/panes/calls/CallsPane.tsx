// The pane "Calls": what differs between the calls of several responses, beside what differs in their answers; a column a response. A cell chooses the
// samples of the responses that have what it says. Connects the grid to the store.

import { useMemo, useState } from 'react';
import { matrixOf } from '../../analysis/calls/callMatrix.ts';
import { useAnswer } from '../../state/answer.ts';
import { listedResponses } from '../../state/responseOrder.ts';
import { useDocument, useStore, useView } from '../../state/store.ts';
import { openCompare } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { type GridCellView, type GridColumn, type GridPlace, VirtualGrid } from '../../ui/VirtualGrid.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { plural } from '../../words/numbers.ts';
import { FieldName, fieldCell, figureCell, Standing } from './CallCells.tsx';
import { CallsExport } from './CallsExport.tsx';
import styles from './CallsPane.module.css';
import { callCosts } from './callCosts.ts';
import { alike, type CallLine, callLines, partOf } from './callRows.ts';
import { fromDifference, sharedStart } from './cellTexts.ts';
import { EqualFields } from './EqualFields.tsx';
import { firstSample, samplesOf } from './samplesOf.ts';

/** At least and at most, where there is room. */
const fieldWidth = { width: 148, most: 280 };
const responseWidth = { width: 112, most: 300 };
const noLines: readonly CallLine[] = [];

export interface CallsPaneProps {
  readonly onClose: () => void;
}

export function CallsPane({ onClose }: CallsPaneProps) {
  const document = useDocument();
  const view = useView();
  const { brushes } = view;
  const { responses, summaries, rows, providers } = document;
  const { changeView, select } = useStore.getState();
  const prices = useStore((state) => state.preferences.prices);
  const { value: report, problem } = useAnswer(summaries && 'calls', (questions) => questions.calls());
  const names = responses?.names;
  const { responseOrder } = view;
  // As they stand in the list, without those that were taken out.
  const listed = useMemo(
    () => listedResponses(names?.length ?? 0, { brushes, responseOrder }).all,
    [names, brushes, responseOrder],
  );
  const listedNames = useMemo(() => listed.map((response) => names?.[response] ?? ''), [names, listed]);
  const sharedName = useMemo(() => sharedStart(listedNames), [listedNames]);
  const matrix = useMemo(() => report && matrixOf(report.matrix, listed), [report, listed]);
  const lines = useMemo(
    () =>
      report === undefined || matrix === undefined || summaries === undefined
        ? noLines
        : callLines(report, matrix, listed, summaries, callCosts(report, providers, prices)),
    [report, matrix, listed, summaries, providers, prices],
  );
  const columns = useMemo<readonly GridColumn[]>(
    () => [{ key: 'field', ...fieldWidth }, ...listed.map((response) => ({ key: response, ...responseWidth }))],
    [listed],
  );
  /** The response of a column; −1 for the heads of the rows. */
  const responseAt = (column: number): number => listed[column - 1] ?? -1;
  /** Those with the same as the one of a column. */
  const alikeAt = (line: CallLine, column: number): readonly number[] =>
    alike(line, column - 1).flatMap((place) => listed[place] ?? []);
  const [stand, setStand] = useState<GridPlace>({ row: 0, column: 1 });
  const active = { row: Math.min(stand.row, lines.length - 1), column: Math.min(stand.column, columns.length - 1) };
  const line = lines[active.row];
  const at = responseAt(active.column);
  const wanted = line === undefined || at < 0 ? [] : alikeAt(line, active.column);
  const part = line && at >= 0 ? partOf(line) : undefined;
  const { value: place, isStale } = useAnswer(part && `call ${at} ${part}`, (questions) =>
    part === undefined ? Promise.resolve(undefined) : questions.callPlace(at, part),
  );
  const chosen = brushes.responses;

  const goTo = part === undefined ? firstSample(rows, at) : place;

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
    const response = responseAt(place.column);
    if (response < 0) return;
    narrow(pressed === undefined ? [response] : alikeAt(pressed, place.column));
  };

  const head = (column: number): GridCellView => {
    if (column === 0) return { content: 'Field', className: styles.fieldHead };
    const name = listedNames[column - 1] ?? '';
    const shown = fromDifference(name, sharedName);
    const isChosen = chosen?.includes(responseAt(column)) ?? false;
    return {
      content: <PreviewText text={shown} />,
      label: shown === name ? undefined : name,
      title: name,
      className: isChosen ? styles.chosenHead : styles.head,
    };
  };
  const cell = ({ row, column }: GridPlace): GridCellView => {
    const shown = lines[row];
    if (row < 0 || shown === undefined) return head(column);
    if (column === 0) return { content: <FieldName name={shown.name} />, title: shown.name, className: styles.field };
    return shown.kind === 'field'
      ? fieldCell(shown, column - 1)
      : figureCell(shown, column - 1, report?.shapes, responseAt(column));
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
          {matrix === undefined ? null : (
            <CallsExport matrix={matrix} lines={lines} names={listedNames} documentName={document.name} />
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
            className={styles.grid}
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
          <div className={styles.words}>
            <p className={styles.sentence}>
              {line === undefined ? null : <Standing line={line} at={active.column - 1} />}
            </p>
            {goTo === undefined ? null : (
              <Button disabled={part !== undefined && isStale} onClick={() => select(goTo, 'source')}>
                Show its place
              </Button>
            )}
            {matrix === undefined ? null : <EqualFields fields={matrix.equal} leftOut={matrix.leftOut} />}
          </div>
        </>
      )}
    </Pane>
  );
}
