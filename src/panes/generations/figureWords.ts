// The figures of tokens as the table shows them, and the sentences behind them. Pure.

import type { NumberRange } from '../../analysis/brushes.ts';
import type { FigureId } from '../../analysis/probability/figureIds.ts';
import { figureKinds } from '../../analysis/probability/figureKinds.ts';
import { windowLength } from '../../analysis/probability/figures.ts';
import { figureText } from '../../analysis/probability/figureText.ts';
import type { LeftOutReason, TokenFigures } from '../../response/tokens/token.ts';
import { formatCount, formatDigits, formatPercent, listPhrase, plural } from '../../words/numbers.ts';

/** A range as it narrows the table: `−1.200 to −0.400`; one figure where both ends are the same. */
export function figureRangeText(id: FigureId, { from, to }: NumberRange): string {
  const { unit } = figureKinds[id];
  const text = (units: number): string => {
    if (id === 'lowest') return formatPercent(Math.min(1, units * unit), 2);
    return figureText(id, id === 'below' ? Math.min(1, units * unit) : units * unit);
  };
  return from === to ? text(from) : `${text(from)} to ${text(to)}`;
}

const reasonWords: Readonly<Record<LeftOutReason, string>> = {
  prompt: 'of the prompt',
  afterStop: 'after the stop',
  special: 'special',
  unusable: 'without a usable value',
};

/** What a figure is of and its digits as far as they were calculated: for a tooltip. */
export function figureSentence(id: FigureId, figures: TokenFigures): string {
  const { count, usable, lowest, window, below } = figures;
  const value = figureKinds[id].valueOf(figures);
  if (value === undefined)
    return `None of ${plural(count, 'token')} has a usable log probability${leftOutWords(figures)}`;
  const of = `${formatCount(usable)} usable of ${plural(count, 'token')}`;
  const digits = formatDigits(value, 7);
  return sentence() + leftOutWords(figures);

  function sentence(): string {
    switch (id) {
      case 'logprob':
        return `Mean of ${of}, natural logarithm: ${digits}`;
      case 'perplexity':
        return `e to the power of minus the mean log probability of ${of}: ${digits}`;
      case 'total':
        return `Sum of ${of}, natural logarithm: ${digits}`;
      case 'lowest':
        return `Least likely of ${of}: “${lowest?.text ?? ''}”, p = ${digits}, log probability ${formatDigits(lowest?.logprob ?? 0, 7)}`;
      case 'lowest16':
        return window?.length === windowLength
          ? `Lowest mean of ${windowLength} in a row among ${of}, natural logarithm: ${digits}`
          : `Mean of all ${of}, fewer than ${windowLength}, natural logarithm: ${digits}`;
      case 'below':
        return `${formatCount(below ?? 0)} of ${of} have a probability below 0.5: ${digits}`;
    }
  }
}

function leftOutWords({ leftOut, isPromptAmong }: TokenFigures): string {
  const parts = Object.entries(leftOut ?? {}).map(
    ([reason, count]) => `${formatCount(count)} ${reasonWords[reason as LeftOutReason]}`,
  );
  const left = parts.length === 0 ? '' : `. Left out: ${listPhrase(parts)}`;
  return isPromptAmong ? `${left}. The text repeats the prompt, whose tokens are among them` : left;
}
