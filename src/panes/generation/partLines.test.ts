import { describe, expect, test } from 'vitest';
import { linesOfKind, linesOfKinds, partPages } from './partLines.ts';

const counts = { inputs: 1_000_000, messages: 0, toolCalls: 2, toolResults: 120 };

describe('lines of parts', () => {
  test('stand below a head for each kind, and say where there are none', () => {
    const lines = linesOfKinds(['toolCalls', 'messages', 'toolResults'], counts);
    expect(lines.count).toBe(3 + 2 + 121);
    expect([0, 1, 2, 3, 4, 5, 6, 125].map((at) => lines.lineAt(at))).toEqual([
      { kind: 'head', of: 'toolCalls' },
      { kind: 'toolCalls', at: 0 },
      { kind: 'toolCalls', at: 1 },
      { kind: 'head', of: 'messages' },
      { kind: 'none', of: 'messages' },
      { kind: 'head', of: 'toolResults' },
      { kind: 'toolResults', at: 0 },
      { kind: 'toolResults', at: 119 },
    ]);
  });

  test('need the pages that hold them, each once', () => {
    const inputs = linesOfKind('inputs', counts);
    expect(partPages(inputs, [48, 49, 50, 51, 999_999, 1_000_000])).toEqual([
      { kind: 'inputs', from: 0, count: 50 },
      { kind: 'inputs', from: 50, count: 50 },
      { kind: 'inputs', from: 999_950, count: 50 },
    ]);
    expect(partPages(linesOfKinds(['toolCalls', 'toolResults'], counts), [0, 2, 3, 4])).toEqual([
      { kind: 'toolCalls', from: 0, count: 50 },
      { kind: 'toolResults', from: 0, count: 50 },
    ]);
  });
});
