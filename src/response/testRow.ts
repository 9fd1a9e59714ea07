// A row of the table as tests begin with it: everything that a row must have, and nothing else.

import { pointerOf } from '../json/pointer.ts';
import type { GenerationRow } from './report.ts';

export function testRow(position: number, more: Partial<GenerationRow> = {}): GenerationRow {
  return {
    pointer: pointerOf('data', position),
    position,
    label: String(position),
    preview: '',
    isPreviewWhole: true,
    hasOutput: true,
    toolCallCount: 0,
    toolResultCount: 0,
    hasInputs: false,
    hasMessages: false,
    issues: { error: 0, warning: 0, info: 0 },
    isChecked: true,
    isBroken: false,
    ...more,
  };
}
