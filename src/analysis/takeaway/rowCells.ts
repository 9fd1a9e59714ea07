// What the cells of a generation say when its row is taken away: what the table shows of it, with the whole texts. Pure; knows no form.

import type { GenerationRow } from '../../response/rows.ts';
import { formatCount } from '../../words/numbers.ts';
import type { FigureId } from '../probability/figureIds.ts';
import { figureKinds } from '../probability/figureKinds.ts';
import { figureText } from '../probability/figureText.ts';
import { type Cell, figureCell, textCell } from './cell.ts';
import type { BesideRow, RowsColumn } from './rowsRequest.ts';

/** What of a row is more than the row itself holds; asked for only where a column shows it. */
export interface WholeTexts {
  /** Of an output that is no text: as it is written. */
  output(): Cell;
  calls(): string | undefined;
  finish(): string | undefined;
  link(): string | undefined;
  model(): string | undefined;
  id(): string | undefined;
}

export interface RowToWrite {
  readonly row: GenerationRow;
  readonly beside: BesideRow | undefined;
  readonly texts: WholeTexts;
  readonly brokenLine: number | undefined;
}

/** The surprisal along a text is a chart, which has no words: its column cannot be taken away. */
export function canBeWritten(column: RowsColumn['id']): boolean {
  return column !== 'surprisal';
}

export function rowCell(column: RowsColumn['id'], { row, beside, texts, brokenLine }: RowToWrite): Cell {
  switch (column) {
    case 'index':
      // `3.10` is the label of a sample among those of several responses; as a number it would be `3.1`.
      return row.label.includes('.') ? textCell(row.label) : figureCell(row.label);
    case 'response':
      return textCell(beside?.responseName);
    case 'prompt':
      return textCell(beside?.promptText);
    case 'output':
      return row.isBroken ? textCell(brokenWords(brokenLine)) : texts.output();
    case 'calls':
      return row.isBroken ? undefined : textCell(texts.calls());
    case 'pattern1':
      return capturedCell(beside, 0);
    case 'pattern2':
      return capturedCell(beside, 1);
    case 'pattern3':
      return capturedCell(beside, 2);
    case 'finish':
      return textCell(row.finishReason && texts.finish());
    case 'tokens':
      return row.tokens && figureCell(`${row.tokens.from === 'estimated' ? '≈' : ''}${formatCount(row.tokens.count)}`);
    case 'characters':
      return row.characters === undefined || row.isBroken ? undefined : figureCell(formatCount(row.characters));
    case 'surprisal':
      return undefined;
    case 'logprob':
    case 'perplexity':
    case 'lowest':
    case 'lowest16':
    case 'below':
    case 'total':
      return logprobCell(column, row);
    case 'link':
      return textCell(texts.link());
    case 'config':
      return textCell(row.modelConfigId === undefined ? undefined : texts.model());
    case 'id':
      return textCell(row.id === undefined ? undefined : texts.id());
    case 'star':
      return textCell(beside?.annotation?.isStarred ? 'starred' : undefined);
    case 'note':
      return textCell(beside?.annotation?.note || undefined);
  }
}

export function brokenWords(line: number | undefined): string {
  return line === undefined ? 'broken' : `broken at line ${formatCount(line)}`;
}

/** The first match, in the words of the cell. */
function capturedCell(beside: BesideRow | undefined, pattern: number): Cell {
  const captured = beside?.captured?.[pattern];
  if (captured === undefined || captured.count === 0) return undefined;
  return textCell(captured.value || 'matches');
}

function logprobCell(id: FigureId, { logprobs }: GenerationRow): Cell {
  const value = logprobs && figureKinds[id].valueOf(logprobs);
  if (value === undefined) return undefined;
  const figure = figureText(id, value);
  return id === 'lowest' ? textCell(`${logprobs?.lowest?.text ?? ''} ${figure}`) : figureCell(figure);
}
