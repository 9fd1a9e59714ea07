// Cuts a line of source text at the ends of ranges, so that each piece can be drawn as selected, lit, or neither. Pure; columns count
// code points from 1, as the index of lines does.

import type { TextMend } from '../../response/loadEvents.ts';
import type { Place, SourceLine } from '../../response/questions.ts';

/** `[start, end)` of a value. */
export interface TextRange {
  readonly start: Place;
  readonly end: Place;
}

export interface LineSegment {
  readonly text: string;
  readonly isMarked: boolean;
  readonly isLit: boolean;
  /** Holds what the search found. */
  readonly isFound: boolean;
  /** Holds the one code point at which the text went wrong. */
  readonly isError: boolean;
  /** A mend takes it away. */
  readonly isRemoved?: true;
  /** What a mend puts before it; no part of the line. */
  readonly inserted?: string;
}

export interface LineMarks {
  readonly marked?: TextRange | undefined;
  readonly lit?: TextRange | undefined;
  readonly found?: TextRange | undefined;
  /** Column of the error in this line. */
  readonly errorColumn?: number | undefined;
  /** The change that the text was read with. */
  readonly mend?: TextMend | undefined;
}

/** The pieces of a line in order; their texts add up to the line's. */
export function lineSegments(line: SourceLine, marks: LineMarks): readonly LineSegment[] {
  const marked = offsetsIn(line, marks.marked);
  const lit = offsetsIn(line, marks.lit);
  const found = offsetsIn(line, marks.found);
  const error = errorOffsets(line, marks.errorColumn);
  const edits = editsIn(line, marks.mend);
  const changed = edits.flatMap(({ from, to }) => [from, to]);
  const cuts = [0, line.text.length, ...marked, ...lit, ...found, ...error, ...changed].sort((a, b) => a - b);
  const segments: LineSegment[] = [];
  for (let at = 1; at < cuts.length; at++) {
    const from = cuts[at - 1] ?? 0;
    const to = cuts[at] ?? 0;
    if (to <= from) continue;
    const holds = ([start, end]: readonly [number, number]) => start <= from && to <= end;
    const inserted = insertedAt(edits, from);
    segments.push({
      text: line.text.slice(from, to),
      isMarked: holds(marked),
      isLit: holds(lit),
      isFound: holds(found),
      isError: holds(error),
      ...(edits.some((edit) => edit.from <= from && to <= edit.to) && { isRemoved: true }),
      ...(inserted !== '' && { inserted }),
    });
  }
  const atEnd = insertedAt(edits, line.text.length);
  if (atEnd !== '') {
    segments.push({ text: '', isMarked: false, isLit: false, isFound: false, isError: false, inserted: atEnd });
  }
  return segments;
}

interface LineEdit {
  /** Offsets in the text of the line. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a mend changes in the part of the line that is shown. */
function editsIn({ fromByte, text }: SourceLine, mend: TextMend | undefined): readonly LineEdit[] {
  if (mend === undefined) return [];
  const end = fromByte + utf8Length(text);
  const offsetOf = (byte: number) => offsetOfByte(text, Math.min(Math.max(byte, fromByte), end) - fromByte);
  return mend.edits.flatMap((edit) =>
    edit.to < fromByte || edit.from > end || (edit.to === fromByte && edit.from < fromByte)
      ? []
      : // What is put in place of several lines stands in the first.
        [{ from: offsetOf(edit.from), to: offsetOf(edit.to), text: edit.from < fromByte ? '' : edit.text }],
  );
}

function insertedAt(edits: readonly LineEdit[], offset: number): string {
  return edits
    .filter(({ from }) => from === offset)
    .map(({ text }) => text)
    .join('');
}

/** Offset in UTF-16 units of a byte of the text in UTF-8. */
function offsetOfByte(text: string, byte: number): number {
  let offset = 0;
  for (let left = byte; left > 0 && offset < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    left -= utf8Length(character);
    offset += character.length;
  }
  return offset;
}

/** Whether any part of the line, line end included, belongs to the range. */
export function isInRange(line: number, range: TextRange | undefined): boolean {
  return range !== undefined && range.start.line <= line && line <= range.end.line;
}

/** Offset in `text`, in UTF-16 units, of the code point with this number; the end of the text where it has fewer. */
export function offsetOfCodePoint(text: string, number: number): number {
  let offset = 0;
  for (let left = number; left > 0 && offset < text.length; left--) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** Length of a text in UTF-8. A lone surrogate stands for the three bytes of a replacement character. */
export function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

function offsetsIn(line: SourceLine, range: TextRange | undefined): readonly [number, number] {
  if (!isInRange(line.line, range) || range === undefined) return [0, 0];
  const start = range.start.line === line.line ? offsetOfColumn(line, range.start.column) : 0;
  const end = range.end.line === line.line ? offsetOfColumn(line, range.end.column) : line.text.length;
  return [start, Math.max(start, end)];
}

function errorOffsets(line: SourceLine, column: number | undefined): readonly [number, number] {
  if (column === undefined || column - 1 < line.cutBefore) return [0, 0];
  return [offsetOfColumn(line, column), offsetOfColumn(line, column + 1)];
}

function offsetOfColumn(line: SourceLine, column: number): number {
  return offsetOfCodePoint(line.text, column - 1 - line.cutBefore);
}
