// What a generation says: its output, then its tool calls, then its refusal. The one definition behind "distinct" and "similar".
// Pure; knows no screen.

import { callText } from './callText.ts';
import type { ScannedGeneration } from './generation.ts';
import type { Generation } from './model.ts';

export type Said = Pick<Generation, 'output' | 'toolCalls' | 'refusal'>;

/** Whether a generation says nothing itself, so that the refusal of its linked choice is what the model said. */
export function saysNothing({ outputScan, outputKind, toolCalls, refusal }: ScannedGeneration): boolean {
  return (outputScan?.units ?? 0) === 0 && outputKind !== 'other' && toolCalls.length === 0 && !refusal;
}

/**
 * What is said as one text, to compare and to align: the output as it is, then each tool call as `callText` gives it with
 * its keys sorted and an argument a line, so that calls align by name and argument, then the refusal. The output stands at its beginning, so that places in it are places in the text; without calls
 * and refusal it is the text. '' where nothing is said.
 */
export function saidText({ output = '', toolCalls, refusal = '' }: Said): string {
  if (toolCalls.length === 0 && refusal === '') return output;
  const after = [...toolCalls.map((call) => callText(call, { sortsKeys: true, hasLines: true }).text), refusal];
  return [output, ...after].filter((part) => part !== '').join('\n');
}
