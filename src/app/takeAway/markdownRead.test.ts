// What is written as Markdown, read by the parser that the page itself uses: every text stands in its cell or line as it is, and nothing of it is markup.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallMatrix } from '../../analysis/calls/callMatrix.ts';
import type { MarkdownNode, MarkdownTag } from '../../analysis/markdown.ts';
import { inline, tableLines } from '../../analysis/takeaway/markdown.ts';
import { readMarkdown } from '../../load/readMarkdown.ts';
import { callsMarkdown } from '../../panes/calls/callsWritten.ts';
import { binsMarkdown } from '../../panes/compare/expected/binsMarkdown.ts';

/** The text of a node; HTML in Markdown is told by the parser as it is written. */
function textOf(node: MarkdownNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

function all(nodes: readonly MarkdownNode[], tag: MarkdownTag): readonly Exclude<MarkdownNode, string>[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.tag === tag ? [node] : []), ...all(node.children, tag)],
  );
}

function rowsOf(nodes: readonly MarkdownNode[]): readonly (readonly string[])[] {
  return all(nodes, 'tr').map(({ children }) => children.filter((one) => typeof one !== 'string').map(textOf));
}

/** Of all tags that a text could make; an address is a link in GFM as it stands. */
function markupIn(nodes: readonly MarkdownNode[]): readonly MarkdownTag[] {
  const tags = [
    'code',
    'em',
    'strong',
    'del',
    'heading',
    'ul',
    'ol',
    'blockquote',
    'pre',
    'hr',
    'image',
    'task',
  ] as const;
  return tags.filter((tag) => all(nodes, tag).length > 0);
}

const withBreaks = (text: string) => text.replaceAll(/\r\n|\r|\n/g, '<br>');

const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '|',
        '\\',
        '\\|',
        '`',
        '``',
        '*',
        '**',
        '_',
        '~~',
        '#',
        '# ',
        '- ',
        '+ ',
        '1. ',
        '2) ',
        '> ',
        '---',
        '===',
        '[ ] ',
        '[x](y)',
        '![i](j)',
      ],
      ...[
        '<b>',
        '</td>',
        '<!--',
        '-->',
        '&',
        '&amp;',
        '&#124;',
        '\n',
        '\r\n',
        '\r',
        '\t',
        ' ',
        '  ',
        ':',
        '=',
        '"',
        "'",
        '$',
        'tea',
        'é',
        '😀',
        '12',
      ],
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

test('each text stands in its cell as it is', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(hostile, hostile), { maxLength: 4 }), hostile, async (rows, head) => {
      const nodes = await readMarkdown([...tableLines([head, 'B'], rows)].join('\n'));
      expect(rowsOf(nodes)).toEqual([[head, 'B'], ...rows].map((cells) => cells.map(withBreaks)));
      expect(markupIn(nodes)).toEqual([]);
    }),
    { numRuns: 300, seed: 11 },
  );
});

test('each text stands in its line as it is', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const nodes = await readMarkdown(`Before\n\n${inline(text)}: after\n`);
      expect(all(nodes, 'p').map(textOf)).toEqual(['Before', `${withBreaks(text)}: after`]);
      expect(markupIn(nodes)).toEqual([]);
    }),
    { numRuns: 300, seed: 12 },
  );
});

test('calls are a table of their fields, whatever stands in them', async () => {
  const values = ['a | b', '`x`\n<br>', '<script>'];
  const row = { path: 'stop', cells: [0, 1, 2, -1], values, distinct: 4 };
  const matrix = {
    responses: 4,
    differing: [row],
    equal: [{ path: 'top|p', value: '1\n2' }],
    leftOut: 0,
  } as unknown as CallMatrix;
  const line = { kind: 'field', name: 'stop', row } as unknown as Parameters<typeof callsMarkdown>[1][number];
  const written = [...callsMarkdown(matrix, [line], ['one|1', 'two', '*3*', '- 4'], '# log.jsonl')].join('');
  const nodes = await readMarkdown(written);
  expect(rowsOf(nodes)).toEqual([
    ['Field', 'one|1', 'two', '*3*', '- 4'],
    ['stop', 'a | b', '`x`<br><br>', '<script>', 'absent'],
  ]);
  expect(all(nodes, 'heading').map(textOf)).toEqual(['Calls', 'The same in all']);
  expect(all(nodes, 'li').map((one) => textOf(one).trim())).toEqual(['top|p = 1<br>2']);
});

test('expected and observed is the table of the plot, below its sentences', async () => {
  const bin = {
    from: 0.4,
    to: 0.5,
    expected: 0.456,
    observed: 0.5,
    interval: { from: 0.21, to: 0.79 },
    came: 1234,
    trials: 2468,
  };
  const bins = [bin, { ...bin, from: 0.5, to: 1, came: 0, trials: 3, observed: 0 }] as unknown as Parameters<
    typeof binsMarkdown
  >[0];
  const nodes = await readMarkdown([...binsMarkdown(bins, ['Of 2,471 trials.', 'Another.'])].join('\n'));
  expect(all(nodes, 'p').map(textOf)).toEqual(['Of 2,471 trials.', 'Another.']);
  const [head, ...rows] = rowsOf(nodes);
  expect(head).toEqual(['probability', 'expected, mean', 'observed', '95 % interval', 'came']);
  expect(rows.map((cells) => cells.slice(1))).toEqual([
    ['45.6 %', '50.0 %', '21.0 % to 79.0 %', '1,234 of 2,468'],
    ['45.6 %', '0.0 %', '21.0 % to 79.0 %', '0 of 3'],
  ]);
});
