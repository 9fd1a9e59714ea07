// Which tab of Compare comes first, from what the rows say of the answers, until a person chooses another for that kind of answer. Pure.

import { jsonStates, outputKinds } from '../response/samples/sampleColumns.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import type { CompareTab } from './view.ts';

/** JSON, tool calls, one short label each, two answers in words, three and more of them. */
export const answerKinds = ['json', 'calls', 'labels', 'pair', 'prose'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** A label has so many words and Unicode code points at most, on one line. */
const mostWords = 4;
const mostCharacters = 40;

/**
 * The kind of the answers of these generations. Empty ones and those that give none do not count. An answer that begins as JSON and is none, mostly
 * because it was cut, is among JSON answers where more of them are JSON to the end than not.
 */
export function answerKind(rows: SampleTable, positions: readonly number[]): AnswerKind {
  let called = 0;
  let rest = 0;
  let json = 0;
  let parsed = 0;
  let labels = 0;
  for (const position of positions) {
    if (position >= rows.length || isSilent(rows, position)) continue;
    if (rows.toolCallCount(position) > 0) {
      called++;
      continue;
    }
    rest++;
    const state = jsonStates[rows.json(position)];
    if (state !== undefined) json++;
    if (state === 'parses') parsed++;
    if (isLabel(rows, position)) labels++;
  }
  if (called > 0 && rest === 0) return 'calls';
  if (parsed > 0 && 2 * parsed > rest && json === rest) return 'json';
  const said = called + rest;
  if (said > 0 && labels === said) return 'labels';
  return said < 3 ? 'pair' : 'prose';
}

/** The tab that shows most of such answers at once. */
export function firstTab(kind: AnswerKind): CompareTab {
  switch (kind) {
    case 'json':
    case 'calls':
      return 'fields';
    case 'labels':
      return 'distinct';
    case 'pair':
      return 'aligned';
    case 'prose':
      return 'consensus';
  }
}

/** Texts are only looked at where their lengths leave it open. */
function isSilent(rows: SampleTable, position: number): boolean {
  if (rows.toolCallCount(position) > 0) return false;
  const outputKind = outputKinds[rows.outputKind(position)];
  if (outputKind === 'missing' || outputKind === 'null') {
    if (rows.group(position) < 0 && rows.isChecked(position)) return true;
  }
  return !(rows.words(position) > mostWords) && rows.preview(position).trim() === '';
}

function isLabel(rows: SampleTable, position: number): boolean {
  if (outputKinds[rows.outputKind(position)] !== 'text' || rows.json(position) >= 0) return false;
  if (rows.characters(position) > mostCharacters || rows.words(position) > mostWords) return false;
  return rows.isPreviewWhole(position) && !/[\r\n]/.test(rows.preview(position).trim());
}
