// What a finish reason means, in a person's words, and how serious it is. Pure.

import type { FinishClass, Severity } from '../../response/model.ts';

const words: Readonly<Record<FinishClass, string>> = {
  stop: 'ended by itself',
  length: 'cut at the token limit',
  tool_call: 'stopped to call a tool',
  filter: 'stopped by a content filter',
  error: 'ended with an error',
  pending: 'not finished',
  unknown: 'not a known finish reason',
};

export function finishWords(finish: FinishClass): string {
  return words[finish];
}

/** The severity whose sign and colour a class carries; none for ordinary ends. */
export function finishSeverity(finish: FinishClass): Severity | undefined {
  if (finish === 'error') return 'error';
  return finish === 'length' || finish === 'filter' ? 'warning' : undefined;
}
