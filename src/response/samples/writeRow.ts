// Writes the rows of generations that are already made, and parts of them, into the columns. Knows no bytes.

import { childPointer, pointerOf } from '../../json/pointer.ts';
import type { Link } from '../model.ts';
import type { GenerationRow, SeverityCounts } from '../rows.ts';
import type { TokenFigures } from '../tokens/token.ts';
import {
  figureBits,
  finishClasses,
  flagBits,
  jsonStates,
  linkBits,
  linkWords,
  outputKinds,
  stateBits,
  tokenSources,
} from './sampleColumns.ts';
import type { SampleWriter } from './sampleWriter.ts';

/** Ids, names of models and finish reasons are held so far, in code units; what is longer is asked for by its place. */
export const longestName = 400;

/** The whole row, in place of what was written at its position. */
export function writeRow(writer: SampleWriter, row: GenerationRow): void {
  const { position, index = Number.NaN, finishReason } = row;
  writer.setPlace('ownPlace', position, row.pointer === pointerOf('data', position) ? undefined : row.pointer);
  writer.setNumber('index', position, index);
  writer.setText('id', position, heldName(row.id));
  writer.setWord('model', position, heldName(row.modelConfigId));
  writer.setText('preview', position, row.preview);
  writer.setCode('outputKind', position, outputKinds.indexOf(row.outputKind));
  writer.setCode('json', position, row.json === undefined ? -1 : jsonStates.indexOf(row.json));
  writer.setCount('characters', position, row.characters ?? Number.NaN);
  writer.setCount('words', position, row.words ?? Number.NaN);
  writer.setWord('finish', position, heldName(finishReason?.raw));
  writer.setCode('finishClass', position, finishReason === undefined ? -1 : finishClasses.indexOf(finishReason.class));
  const usual = childPointer(row.pointer, 'finish_reason');
  writer.setPlace('finishPlace', position, finishReason?.pointer === usual ? undefined : finishReason?.pointer);
  writer.setText('calls', position, row.calls);
  writer.setCount('toolCalls', position, row.toolCallCount || Number.NaN);
  writer.setCount('toolResults', position, row.toolResultCount || Number.NaN);
  const bits =
    (row.isPreviewWhole ? flagBits.previewWhole : 0) |
    (row.hasInputs ? flagBits.inputs : 0) |
    (row.hasMessages ? flagBits.messages : 0) |
    (row.isBroken ? flagBits.broken : 0) |
    (isLongName(row.id) || row.cut?.includes('id') ? flagBits.idCut : 0) |
    (isLongName(row.modelConfigId) || row.cut?.includes('model') ? flagBits.modelCut : 0) |
    (isLongName(finishReason?.raw) || row.cut?.includes('finish') ? flagBits.finishCut : 0);
  writer.setFlags('flags', position, 0xff, bits);
  writer.setCount('group', position, row.group ?? Number.NaN);
  writeState(writer, position, row);
  writeTokens(writer, position, row.tokens);
  writeFigures(writer, position, row.logprobs);
  writeLink(writer, position, row.link);
  writeIssues(writer, position, row.issues);
}

/** What is known of a row at the end of a load: its name, and whether every check has passed. */
export function writeState(
  writer: SampleWriter,
  position: number,
  { label, index, isChecked }: Pick<GenerationRow, 'label' | 'index' | 'isChecked'>,
): void {
  const isPlace = label === `data[${position}]`;
  const isIndex = !isPlace && label === String(index);
  const named = isPlace ? stateBits.namedByPlace : isIndex ? stateBits.namedByIndex : 0;
  writer.setText('label', position, named === 0 ? label : undefined);
  writer.setFlags('state', position, 0xff, named | (isChecked ? stateBits.checked : 0));
}

/** None is written as absent. */
export function writeIssues(writer: SampleWriter, position: number, { error, warning, info }: SeverityCounts): void {
  writer.setCount('errors', position, error || Number.NaN);
  writer.setCount('warnings', position, warning || Number.NaN);
  writer.setCount('infos', position, info || Number.NaN);
}

export function writeTokens(writer: SampleWriter, position: number, tokens: GenerationRow['tokens']): void {
  writer.setNumber('tokens', position, tokens?.count ?? Number.NaN);
  writer.setCode('tokenSource', position, tokens === undefined ? -1 : tokenSources.indexOf(tokens.from));
  writer.setPlace('tokenPlace', position, tokens?.pointer);
  writer.setWord('encoding', position, tokens?.encoding);
}

export function writeFigures(writer: SampleWriter, position: number, figures: TokenFigures | undefined): void {
  const { leftOut, lowest, window } = figures ?? {};
  writer.setCount('listed', position, figures?.count ?? Number.NaN);
  writer.setCount('usable', position, figures?.usable ?? Number.NaN);
  writer.setCount('leftPrompt', position, leftOut?.prompt ?? Number.NaN);
  writer.setCount('leftAfterStop', position, leftOut?.afterStop ?? Number.NaN);
  writer.setCount('leftSpecial', position, leftOut?.special ?? Number.NaN);
  writer.setCount('leftUnusable', position, leftOut?.unusable ?? Number.NaN);
  writer.setFlags('figureFlags', position, 0xff, figures?.isPromptAmong ? figureBits.promptAmong : 0);
  writer.setNumber('mean', position, figures?.mean ?? Number.NaN);
  writer.setNumber('total', position, figures?.total ?? Number.NaN);
  writer.setNumber('lowest', position, lowest?.logprob ?? Number.NaN);
  writer.setText('lowestText', position, lowest?.text);
  writer.setPlace('lowestPlace', position, lowest?.pointer);
  writer.setNumber('windowMean', position, window?.mean ?? Number.NaN);
  writer.setCount('windowLength', position, window?.length ?? Number.NaN);
  writer.setPlace('windowPlace', position, window?.pointer);
  writer.setCount('below', position, figures?.below ?? Number.NaN);
}

/** A link as it was found; one that a person set is no part of the columns (`SampleOverlay`). */
export function writeLink(writer: SampleWriter, position: number, link: Link | undefined): void {
  const { difference } = link ?? {};
  writer.setCode('linkWord', position, link === undefined ? -1 : linkWords.indexOf(link.word));
  writer.setPlace('linkChoice', position, link?.choice);
  writer.setPlace('linkText', position, link?.text);
  writer.setPlace('linkOther', position, link?.otherChoice);
  writer.setCount('difference', position, difference?.characters ?? Number.NaN);
  const bits = (link?.isShared ? linkBits.shared : 0) | (difference?.end === 'start' ? linkBits.fromStart : 0);
  writer.setFlags('linkFlags', position, 0xff, bits);
  writer.setText('evidence', position, link?.evidence);
}

export function isLongName(text: string | undefined): boolean {
  return text !== undefined && text.length > longestName;
}

/** The start of a long name, not cut within a surrogate pair. */
export function heldName(text: string | undefined): string | undefined {
  if (text === undefined || text.length <= longestName) return text;
  const last = text.charCodeAt(longestName - 1);
  return text.slice(0, (last & 0xfc00) === 0xd800 ? longestName - 1 : longestName);
}
