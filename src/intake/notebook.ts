// A Jupyter notebook (nbformat 4): what its cells printed is read on, output by output. Knows no grammar of an output.

import { documentCursor } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { createDocument } from '../json/document.ts';
import { rootPointer } from '../json/pointer.ts';
import { strictPass } from '../json/strict.ts';
import { plural } from '../words/numbers.ts';
import type { Form, Part, Reading } from './form.ts';
import { beginsAsData } from './formText.ts';
import { MadeText } from './madeText.ts';
import { unescaped } from './unescaped.ts';

export const notebook: Form = {
  id: 'notebook',
  looksLike: ({ text }) => /^[\s\uFEFF]*\{/.test(text) && /"(?:cells|nbformat)"\s*:/.test(text),
  read(bytes): Reading | undefined {
    const result = strictPass(bytes, { depth: 6 });
    if (result.error) return undefined;
    const root = documentCursor(createDocument(bytes, result.table, result.lines), rootPointer);
    const cells = root?.get('cells');
    if (!root?.get('nbformat') || cells?.kind !== 'array') return undefined;
    const parts: Part[] = [];
    let outputs = 0;
    let number = 0;
    for (const cell of cells.items()) {
      number++;
      for (const output of cell.get('outputs')?.items() ?? []) {
        outputs++;
        const text =
          output.get('data')?.get('application/json') ?? output.get('data')?.get('text/plain') ?? output.get('text');
        const part = text && partOf(text, cellName(cell, number));
        if (part) parts.push(part);
      }
    }
    if (parts.length === 0) {
      return {
        isRefused: true,
        title: 'This is a Jupyter notebook',
        detail:
          outputs === 0
            ? 'Its cells hold no outputs: they were cleared.'
            : `None of its ${plural(outputs, 'output')} begins as a response does.`,
        advice:
          'Run the cell that prints the response, save the notebook and open it again; or copy what the cell printed and paste it.',
      };
    }
    const others = outputs - parts.length;
    return {
      form: 'Jupyter notebook',
      facts: [plural(parts.length, 'output')],
      notes: [
        `Read what ${plural(parts.length, 'output')} of its cells ${parts.length === 1 ? 'says' : 'say'}.`,
        ...(others > 0
          ? [`Left out: ${plural(others, 'output')} that ${others === 1 ? 'begins' : 'begin'} as something else.`]
          : []),
      ],
      parts,
    };
  },
};

/** `cell [12]` by the number that is printed beside it, else its place. */
function cellName(cell: JsonCursor, number: number): string {
  const count = cell.get('execution_count')?.number();
  return count === undefined ? `cell ${number}` : `cell [${count}]`;
}

/** A text, a list of its lines, or JSON as it stands. */
function partOf(text: JsonCursor, name: string): Part | undefined {
  const range = text.range();
  if (!range) return undefined;
  const made = new MadeText(range.bytes, range.to - range.from);
  const lines = text.kind === 'array' ? [...text.items()] : [text];
  if (lines.some(({ kind }) => kind !== 'string')) {
    if (text.kind !== 'object' && text.kind !== 'array') return undefined;
    made.copy(range.from, range.to);
  } else {
    for (const line of lines) {
      const inner = line.range();
      if (!inner) continue;
      const said = unescaped(range.bytes, inner.from, inner.to);
      made.add(said, 0, said.bytes.length);
    }
  }
  const { bytes, map } = made.finish();
  if (!beginsAsData(new TextDecoder().decode(bytes.subarray(0, 1000)))) return undefined;
  return { bytes, map, isJson: false, name };
}
