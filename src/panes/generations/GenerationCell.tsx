// The content of one cell of the table of generations, by column.

import type { SharedPreviews } from '../../analysis/previews.ts';
import type { FigureId } from '../../analysis/probability/figureIds.ts';
import { figureKinds } from '../../analysis/probability/figureKinds.ts';
import { figureText } from '../../analysis/probability/figureText.ts';
import { tokenSourceWords } from '../../state/tokenSourceWords.ts';
import type { ColumnId } from '../../state/view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { tip } from '../../ui/tip.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { formatCount } from '../../words/numbers.ts';
import { CapturedCell } from './CapturedCell.tsx';
import { FinishSign } from './FinishSign.tsx';
import { figureSentence } from './figureWords.ts';
import styles from './GenerationCell.module.css';
import { LinkSign } from './LinkSign.tsx';
import { OutputCell } from './OutputCell.tsx';
import { SurprisalCell } from './SurprisalCell.tsx';
import type { ShownRow } from './shownRows.ts';

export interface GenerationCellProps {
  readonly column: ColumnId;
  readonly row: ShownRow;
  readonly equals: string | undefined;
  readonly brokenLine: number | undefined;
  readonly shared: SharedPreviews;
}

export function GenerationCell({ column, row, equals, brokenLine, shared }: GenerationCellProps) {
  switch (column) {
    case 'index':
      return <span className={styles.quiet}>{row.label}</span>;
    case 'response':
      return <Name text={row.responseName} />;
    case 'prompt':
      return <Name text={row.promptText} />;
    case 'output':
      return <OutputCell row={row} equals={equals} brokenLine={brokenLine} shared={shared} />;
    case 'pattern1':
      return <CapturedCell captured={row.captured?.[0]} />;
    case 'pattern2':
      return <CapturedCell captured={row.captured?.[1]} />;
    case 'pattern3':
      return <CapturedCell captured={row.captured?.[2]} />;
    case 'finish':
      return <FinishSign reason={row.finishReason} />;
    case 'tokens':
      return <TokenCount tokens={row.tokens} />;
    case 'characters':
      return row.characters === undefined || row.isBroken ? (
        <Dash />
      ) : (
        <span className={styles.quiet}>{formatCount(row.characters)}</span>
      );
    case 'surprisal':
      return <SurprisalCell row={row} />;
    case 'logprob':
    case 'perplexity':
    case 'lowest':
    case 'lowest16':
    case 'below':
    case 'total':
      return <Figure id={column} figures={row.logprobs} />;
    case 'link':
      return <LinkSign link={row.link} />;
    case 'config':
      return <Name text={row.modelConfigId} isCut={row.cut?.includes('model')} />;
    case 'id':
      return <Name text={row.id} isCut={row.cut?.includes('id')} />;
    case 'star':
      return row.annotation?.isStarred ? (
        <span className={styles.star}>
          <Icon name="star" />
          <VisuallyHidden>starred</VisuallyHidden>
        </span>
      ) : null;
    case 'note':
      return row.annotation?.note ? (
        <span className={styles.note} {...tip(row.annotation.note)}>
          <PreviewText text={row.annotation.note} />
        </span>
      ) : null;
  }
}

function TokenCount({ tokens }: { readonly tokens: ShownRow['tokens'] }) {
  if (tokens === undefined) return <Dash />;
  return (
    <span {...tip(tokenSourceWords(tokens))}>
      {tokens.from === 'estimated' ? '≈' : ''}
      {formatCount(tokens.count)}
    </span>
  );
}

/** A figure of the log probabilities, with what it is of as the tooltip; of the lowest token, which it is. */
function Figure({ id, figures }: { readonly id: FigureId; readonly figures: ShownRow['logprobs'] }) {
  if (figures === undefined) return <Dash />;
  const value = figureKinds[id].valueOf(figures);
  return (
    <span className={value === undefined ? styles.dash : styles.figure} {...tip(figureSentence(id, figures))}>
      {id === 'lowest' && figures.lowest ? (
        <span className={styles.token}>
          <PreviewText text={figures.lowest.text} />
        </span>
      ) : null}
      {value === undefined ? '–' : figureText(id, value)}
    </span>
  );
}

/** `isCut`: it is the start of a longer one. */
function Name({ text, isCut = false }: { readonly text: string | undefined; readonly isCut?: boolean | undefined }) {
  if (text === undefined) return <Dash />;
  return (
    <span className={styles.name} {...tip(isCut ? `${text}… More than is shown: all of it is among the facts.` : text)}>
      <PreviewText text={isCut ? `${text}…` : text} />
    </span>
  );
}

function Dash() {
  return <span className={styles.dash}>–</span>;
}
