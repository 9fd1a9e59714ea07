import { describe, expect, test } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { LoadFailure } from '../../response/loadEvents.ts';
import type { NodeDetail } from '../../response/questions.ts';
import { linesText, neighbourByte, placeText, windowsFor } from './sourcePlaces.ts';

const node = (column: number, isIncomplete = false): NodeDetail => ({
  pointer: pointerOf('a'),
  kind: 'string',
  childCount: 0,
  preview: '',
  isPreviewWhole: true,
  from: 9206,
  to: 9487,
  isIncomplete,
  start: { line: 53, column },
  end: { line: 53, column: column + 281 },
});

const failure: LoadFailure = {
  kind: 'syntax',
  title: '',
  detail: '',
  advice: '',
  canOpenAsPlain: false,
  place: { line: 41, column: 1240, byte: 9731, frame: { lines: [], line: 41, caretColumn: 0 } },
};

describe('places in words', () => {
  test('say which lines are in view', () => {
    expect(linesText(50, 57, 2914)).toBe('lines 50–57 of 2,914');
    expect(linesText(1, 1, 1)).toBe('line 1 of 1');
    expect(linesText(7, 6, 770)).toBe('770 lines');
  });

  test('say where the selection stands, or the error where the selection is not whole', () => {
    expect(placeText(node(17), failure)).toBe('line 53, column 17 · bytes 9,206–9,487');
    expect(placeText(node(17, true), failure)).toBe('line 41, column 1,240 · byte 9,731');
    expect(placeText(undefined, failure)).toBe('line 41, column 1,240 · byte 9,731');
    expect(placeText(undefined, undefined)).toBeUndefined();
  });
});

describe('parts of long lines', () => {
  test('are asked for where the selection or the error may lie beyond the first one', () => {
    expect([...windowsFor(node(17), undefined, undefined, new Map())]).toEqual([]);
    expect([...windowsFor(node(4000), failure, undefined, new Map())]).toEqual([
      [41, 9731],
      [53, 9206],
    ]);
  });

  test('that a person moved to win over the selection', () => {
    expect([...windowsFor(node(4000), undefined, undefined, new Map([[53, 1]]))]).toEqual([[53, 1]]);
  });

  test('follow each other and stop at the beginning', () => {
    const line = { line: 1, fromByte: 5000, text: 'é', cutBefore: 4, cutAfter: 4 };
    expect(neighbourByte(line, 1)).toBe(5002);
    expect(neighbourByte(line, -1)).toBe(4000);
    expect(neighbourByte({ ...line, fromByte: 10 }, -1)).toBe(0);
  });
});
