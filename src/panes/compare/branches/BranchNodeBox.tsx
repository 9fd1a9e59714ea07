// One box of the picture: a run of words, how many samples say it, and a button that opens it where it is long.

import { memo } from 'react';
import type { BranchGraph, BranchNode } from '../../../analysis/branches/graph.ts';
import type { PlacedNode } from '../../../analysis/branches/layout.ts';
import type { NodeLines } from '../../../analysis/branches/nodeLines.ts';
import { tip } from '../../../ui/tip.ts';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import { formatCount } from '../../../words/numbers.ts';
import styles from './BranchNodeBox.module.css';
import { type DrawnTexts, whoSays } from './drawnTexts.ts';

export interface BranchNodeBoxProps {
  readonly node: BranchNode;
  readonly label: NodeLines;
  readonly place: PlacedNode;
  readonly graph: BranchGraph;
  readonly drawn: DrawnTexts;
  /** How many of its samples have no more words after it. */
  readonly endCount: number;
  readonly isLit: boolean;
  readonly isPinned: boolean;
  /** Whether Tab leads here. */
  readonly isStop: boolean;
  readonly canToggle: boolean;
  onStop(node: number): void;
  onLight(texts: readonly number[] | undefined): void;
  onPin(texts: readonly number[], isAdding: boolean): void;
  onToggleRun(node: number): void;
}

const mostNames = 20;

export const BranchNodeBox = memo(function BranchNodeBox(props: BranchNodeBoxProps) {
  const { node, label, place, graph, drawn, endCount, canToggle, onLight, onPin, onToggleRun } = props;
  const { id, texts, sampleCount } = node;
  const isOfAll = texts.length === graph.counts.length;
  const words = [...label.head, ...(label.hidden === undefined ? [] : [`… ${label.hidden} …`]), ...label.tail].join(
    ' ',
  );
  const isEnding = endCount > 0 && endCount < sampleCount;
  const who = isOfAll ? 'all samples' : whoSays(drawn, texts, mostNames);
  return (
    <div
      className={styles.box}
      style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
      data-lit={props.isLit ? '' : undefined}
      data-all={isOfAll ? '' : undefined}
      onPointerEnter={() => onLight(texts)}
      onPointerLeave={() => onLight(undefined)}
    >
      <span className={styles.count} aria-hidden="true">
        {isEnding ? `${formatCount(endCount)} ends · ` : ''}
        {formatCount(sampleCount)}
      </span>
      <button
        type="button"
        className={styles.node}
        data-node={id}
        tabIndex={props.isStop ? 0 : -1}
        aria-label={`${words}, ${formatCount(sampleCount)} of ${formatCount(graph.sampleCount)} samples${isEnding ? `, ${formatCount(endCount)} end here` : ''}`}
        aria-pressed={props.isPinned}
        aria-expanded={canToggle ? label.hidden === undefined : undefined}
        {...tip(who)}
        onFocus={() => {
          props.onStop(id);
          onLight(texts);
        }}
        onBlur={() => onLight(undefined)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !canToggle) return;
          event.preventDefault();
          onToggleRun(id);
        }}
        onClick={(event) => onPin(texts, event.shiftKey || event.ctrlKey || event.metaKey)}
      >
        <Lines lines={label.head} />
        {label.hidden === undefined ? null : <span className={styles.line}>&nbsp;</span>}
        <Lines lines={label.tail} />
      </button>
      {label.hidden === undefined || !canToggle ? null : (
        <button
          type="button"
          className={styles.hidden}
          tabIndex={-1}
          aria-label={`Show all words of the run “${label.head[0] ?? ''} …”`}
          onClick={() => onToggleRun(id)}
        >
          {`… ${label.hidden} …`}
        </button>
      )}
    </div>
  );
});

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
    <span key={at} className={styles.line}>
      <VisibleRuns text={line} showInvisible={false} isPartial />
    </span>
  ));
}
