// The forks of the graph of branches as Markdown: after which words texts part, which ways they go, how many and who. Pure.

import { type BranchGraph, end, start } from '../../../analysis/branches/graph.ts';
import { inline } from '../../../analysis/takeaway/markdown.ts';
import { formatCount, plural } from '../../../words/numbers.ts';
import { type DrawnTexts, whoSays } from './drawnTexts.ts';

export function* forksMarkdown(graph: BranchGraph, drawn: DrawnTexts, notes: readonly string[]): Generator<string> {
  const { forks, pathCount, joinCount } = graph;
  yield `${drawn.summary}, ${plural(pathCount, 'path')}, ${plural(forks.length, 'fork')}, ${plural(joinCount, 'join')}`;
  for (const note of notes) yield `\n${inline(note)}`;
  yield '';
  for (const [at, fork] of forks.entries()) {
    yield `${formatCount(at + 1)}. after ${words(fork.after)}`;
    for (const way of fork.ways) {
      const who = whoSays(drawn, way.texts, Number.MAX_SAFE_INTEGER);
      yield `   - ${formatCount(way.sampleCount)}: ${words(way.node)}, ${inline(who)}`;
    }
  }

  function words(node: number): string {
    if (node === start) return '(start)';
    const found = graph.nodes[node];
    return node === end || found === undefined
      ? '(end)'
      : `“${inline((drawn.texts[found.text] ?? '').slice(found.from, found.to))}”`;
  }
}
