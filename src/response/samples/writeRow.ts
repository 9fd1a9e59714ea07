// Writes parts of the rows of generations into the columns: what is known of them after they were read. Knows no bytes.

import type { GenerationRow, SeverityCounts } from '../rows.ts';
import type { TokenFigures } from '../tokens/token.ts';
import { figureBits, linkBits, stateBits, tokenSources } from './sampleColumns.ts';
import type { SampleWriter } from './sampleWriter.ts';

/** Ids, names of models and finish reasons are held so far, in code units; what is longer is asked for by its place. */
export const longestName = 400;

/** What is known of a row at the end of a load: its name, and whether every check has passed. */
export function writeState(
  writer: SampleWriter,
  position: number,
  { label, index, isChecked }: Pick<GenerationRow, 'label' | 'index' | 'isChecked'>,
): void {
  const isPlace = label === `data[${position}]`;
  if (isPlace || label === String(index)) {
    writeNamed(writer, position, isPlace ? 'place' : 'index', isChecked);
    return;
  }
  writer.setText('label', position, label);
  writer.setFlags('state', position, 0xff, isChecked ? stateBits.checked : 0);
}

/** The same of a row whose name follows from its index or from its place in `data`. */
export function writeNamed(writer: SampleWriter, position: number, by: 'index' | 'place', isChecked: boolean): void {
  const named = by === 'place' ? stateBits.namedByPlace : stateBits.namedByIndex;
  writer.setText('label', position, undefined);
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

/** What is read of all links; the rest of each is made when somebody looks (`SampleLinks`). `word`: its place in `linkWords`, -1 where there is none. */
export function writeLink(writer: SampleWriter, position: number, word: number, isShared: boolean): void {
  writer.setCode('linkWord', position, word);
  writer.setFlags('linkFlags', position, 0xff, isShared ? linkBits.shared : 0);
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
