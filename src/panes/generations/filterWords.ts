// The words of what narrows the table. Pure.

import type { FinishGroup, NumberRange } from '../../analysis/brushes.ts';
import type { View } from '../../state/view.ts';
import { formatCount } from '../../state/wording.ts';

/** `120–340`; one figure where both ends are the same. */
export function rangeWords({ from, to }: NumberRange): string {
  return from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`;
}

export function finishGroupWords(group: FinishGroup): string {
  switch (group) {
    case 'tool_call':
      return 'tool call';
    case 'none':
      return 'not given';
    default:
      return group;
  }
}

export interface FilterChip {
  readonly id: 'characters' | 'tokens' | 'finish' | 'text';
  readonly words: string;
}

const longestWords = 60;

/** One chip for everything that narrows the table, in words. */
export function chipsOf({ brushes, filter, isPattern, isCaseMatched }: View): readonly FilterChip[] {
  const chips: FilterChip[] = [];
  const { characters, tokens, finish } = brushes;
  if (filter !== '') {
    const short = filter.length > longestWords ? `${filter.slice(0, longestWords)} …` : filter;
    const what = isPattern ? `Output matches /${short}/` : `Contains “${short}”`;
    chips.push({ id: 'text', words: isCaseMatched ? `${what}, with this case` : what });
  }
  if (characters) chips.push({ id: 'characters', words: `Characters ${rangeWords(characters)}` });
  if (tokens) chips.push({ id: 'tokens', words: `Tokens ${rangeWords(tokens)}` });
  if (finish) {
    const words = finish.map(finishGroupWords).join(' or ');
    chips.push({ id: 'finish', words: `Finish reason ${words === '' ? 'none of them' : words}` });
  }
  return chips;
}

/** The view without what the chip stands for. */
export function withoutChip(view: View, id: FilterChip['id']): View {
  if (id === 'text') return { ...view, filter: '' };
  const { [id]: _removed, ...brushes } = view.brushes;
  return { ...view, brushes };
}
