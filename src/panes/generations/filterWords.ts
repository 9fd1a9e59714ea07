// The words of what narrows the table. Pure.

import type { FinishGroup, NumberRange } from '../../analysis/brushes.ts';
import { type FigureId, figureIds } from '../../analysis/probability/figureIds.ts';
import { figureKinds } from '../../analysis/probability/figureKinds.ts';
import { patternColumns, type View } from '../../state/view.ts';
import { formatCount, plural } from '../../words/numbers.ts';
import { figureRangeText } from './figureWords.ts';

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
  readonly id:
    | FigureId
    | 'characters'
    | 'tokens'
    | 'finish'
    | 'responses'
    | 'prompts'
    | 'without'
    | 'text'
    | 'pattern1'
    | 'pattern2'
    | 'pattern3';
  readonly words: string;
}

const longestWords = 60;

function shortened(text: string): string {
  return text.length > longestWords ? `${text.slice(0, longestWords)} …` : text;
}

/** One chip for everything that narrows the table, in words. */
export function chipsOf({ brushes, ownPatterns, filter, isPattern, isCaseMatched }: View): readonly FilterChip[] {
  const chips: FilterChip[] = [];
  const { characters, tokens, finish, responses, prompts, without } = brushes;
  if (filter !== '') {
    const short = shortened(filter);
    const what = isPattern ? `Output matches /${short}/` : `Contains “${short}”`;
    chips.push({ id: 'text', words: isCaseMatched ? `${what}, with this case` : what });
  }
  if (responses) chips.push({ id: 'responses', words: `Of ${plural(responses.length, 'response')}` });
  if (without) chips.push({ id: 'without', words: `Without ${plural(without.length, 'response')}` });
  if (prompts) chips.push({ id: 'prompts', words: `Of ${plural(prompts.length, 'prompt')}` });
  if (characters) chips.push({ id: 'characters', words: `Characters ${rangeWords(characters)}` });
  if (tokens) chips.push({ id: 'tokens', words: `Tokens ${rangeWords(tokens)}` });
  for (const id of figureIds) {
    const brush = brushes[id];
    if (brush) chips.push({ id, words: `${figureKinds[id].name} ${figureRangeText(id, brush)}` });
  }
  if (finish) {
    const words = finish.map(finishGroupWords).join(' or ');
    chips.push({ id: 'finish', words: `Finish reason ${words === '' ? 'none of them' : words}` });
  }
  ownPatterns.forEach(({ source, shows }, at) => {
    const id = patternColumns[at];
    if (id === undefined || shows === 'all') return;
    chips.push({ id, words: `Output ${shows === 'matching' ? 'matches' : 'does not match'} /${shortened(source)}/` });
  });
  return chips;
}

/** Whether more than the text filter narrows the table. */
export function isNarrowed(view: View): boolean {
  return chipsOf(view).some(({ id }) => id !== 'text');
}

/** The view without what the chip stands for. */
export function withoutChip(view: View, id: FilterChip['id']): View {
  switch (id) {
    case 'text':
      return { ...view, filter: '' };
    case 'pattern1':
    case 'pattern2':
    case 'pattern3': {
      const pattern = patternColumns.indexOf(id);
      return {
        ...view,
        ownPatterns: view.ownPatterns.map((one, at) => (at === pattern ? { ...one, shows: 'all' } : one)),
      };
    }
    default: {
      const { [id]: _removed, ...brushes } = view.brushes;
      return { ...view, brushes };
    }
  }
}
