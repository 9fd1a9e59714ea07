// What a row of the tree says: the value in one line, and the whole value for the clipboard. Knows no provider and no screen.

import type { Pointer } from '../../json/pointer.ts';
import type { NodeRow, Questions } from '../../response/questions.ts';
import { formatCount } from '../../words/numbers.ts';

/** Code units of a text fetched at once. */
const pieceLength = 1_000_000;

/** `{6}`, `[8]`, `"stop"`, `1.0`: lexemes as written, strings in quotes; an ellipsis where the text goes on. */
export function nodeText(node: NodeRow): string {
  switch (node.kind) {
    case 'object':
      return node.isIncomplete ? `{${formatCount(node.childCount)}…` : `{${formatCount(node.childCount)}}`;
    case 'array':
      return node.isIncomplete ? `[${formatCount(node.childCount)}…` : `[${formatCount(node.childCount)}]`;
    case 'string':
      return quoted(node);
    default:
      return node.isPreviewWhole ? node.preview : `${node.preview}…`;
  }
}

/** The start of a string in quotes; no closing quote where it goes on. */
export function quoted(node: Pick<NodeRow, 'preview' | 'isPreviewWhole'>): string {
  return node.isPreviewWhole ? `"${node.preview}"` : `"${node.preview}…`;
}

/** The whole value: the text of a string, the source text of anything else. */
export async function wholeValue(questions: Questions, pointer: Pointer): Promise<string> {
  const first = await questions.text(pointer, 0, pieceLength);
  if (first === undefined) return (await questions.source(pointer)) ?? '';
  let text = first.text;
  while (text.length < first.totalLength) {
    const next = await questions.text(pointer, text.length, pieceLength);
    if (next === undefined || next.text === '') break;
    text += next.text;
  }
  return text;
}
