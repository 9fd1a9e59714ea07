// Markdown with fenced blocks (CommonMark 0.31, section 4.5): what stands in the fences is read on, each block by itself. Knows no grammar of what is
// in them.

import { plural } from '../words/numbers.ts';
import type { Form, Read } from './form.ts';
import { beginsAsData, LinedText } from './formText.ts';
import type { ByteRange } from './sourceMap.ts';

interface Block extends ByteRange {
  /** With its fences. */
  readonly outer: ByteRange;
  readonly isClosed: boolean;
}

export const fenced: Form = {
  id: 'fenced',
  looksLike({ text }) {
    // Within a value in brackets or a string a fence is part of a text.
    return hasFence.test(text) && !/^[\s\uFEFF]*[{["'(]/.test(text);
  },
  read(bytes): Read | undefined {
    const input = new LinedText(bytes);
    const taken = blocksOf(input).filter(({ from, to }) => beginsAsData(input.text(from, Math.min(to, from + 1000))));
    if (taken.length === 0) return undefined;
    const leftOut = input.leftOut(taken.map(({ outer }) => outer));
    const unclosed = taken.find(({ isClosed }) => !isClosed);
    return {
      form: 'Markdown fence',
      ...(taken.length > 1 && { facts: [plural(taken.length, 'block')] }),
      notes: [
        `Read what stands in ${taken.length === 1 ? 'the fence' : 'the fences'}: ${input.lineWords(taken)}.`,
        ...(leftOut ? [leftOut] : []),
        ...(unclosed ? [`The fence above line ${input.lineAt(unclosed.from)} is not closed.`] : []),
      ],
      parts: taken.map(({ from, to }) => input.part(from, to, `line ${input.lineAt(from)}`)),
    };
  },
};

const hasFence = /^[ \t]*(?:```|~~~)/m;
const opening = /^[ \t]*(`{3,}|~{3,})[^`]*$/;

function blocksOf(input: LinedText): Block[] {
  const { lines, bytes } = input;
  const blocks: Block[] = [];
  let open: { readonly from: number; readonly outer: number; readonly fence: string } | undefined;
  for (let line = 0; line < lines.lineCount; line++) {
    const from = lines.starts[line] as number;
    const next = lines.starts[line + 1] ?? bytes.length;
    // A fence is short; what is longer is text.
    const text = next - from > 400 ? '' : input.text(from, next).trimEnd();
    if (open === undefined) {
      const fence = opening.exec(text)?.[1];
      if (fence !== undefined) open = { from: next, outer: from, fence };
    } else if (closes(text, open.fence)) {
      blocks.push({
        from: open.from,
        to: Math.max(open.from, from),
        outer: { from: open.outer, to: next },
        isClosed: true,
      });
      open = undefined;
    }
  }
  if (open) {
    blocks.push({ from: open.from, to: bytes.length, outer: { from: open.outer, to: bytes.length }, isClosed: false });
  }
  return blocks;
}

function closes(text: string, fence: string): boolean {
  const inner = text.trim();
  return inner.length >= fence.length && inner === (fence[0] ?? '').repeat(inner.length);
}
