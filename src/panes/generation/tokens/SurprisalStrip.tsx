// Surprisal along the text, a bar for each token or for several beside each other: the highest of them. A press goes to that token. For the mouse
// only: the list of tokens and the table below say the same.

import { type MouseEvent, useMemo } from 'react';
import { leftOutReason } from '../../../analysis/probability/figures.ts';
import { probabilityOf, surprisalBits } from '../../../analysis/probability/measures.ts';
import { isUnderlined } from '../../../analysis/probability/scale.ts';
import type { ListedToken } from '../../../response/tokens/token.ts';
import styles from './SurprisalStrip.module.css';
import { barsOf } from './surprisalBars.ts';

export interface SurprisalStripProps {
  readonly tokens: readonly ListedToken[];
  readonly selected: number | undefined;
  readonly onGo: (at: number) => void;
}

const height = 100;

export function SurprisalStrip({ tokens, selected, onGo }: SurprisalStripProps) {
  const { bars, topBits } = useMemo(
    () =>
      barsOf(
        tokens.map((token) => (leftOutReason(token) === undefined ? surprisalBits(token) : undefined)),
        tokens.map((token) => isUnderlined(probabilityOf(token))),
      ),
    [tokens],
  );
  if (bars.every(({ bits }) => bits === undefined)) return null;
  const path = (isLow: boolean): string =>
    bars
      .map(({ bits, isLow: own }, at) => {
        if (bits === undefined || own !== isLow) return '';
        const tall = Math.max(1.5, (bits / topBits) * height);
        return `M${at + 0.06} ${height}v${-tall}h0.88v${tall}z`;
      })
      .join('');
  const current = selected === undefined ? -1 : Math.floor((selected * bars.length) / Math.max(1, tokens.length));
  const go = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const bar = bars[Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length))];
    if (bar !== undefined) onGo(bar.at);
  };
  return (
    <div className={styles.strip} aria-hidden="true">
      <span className={styles.caption}>{`Surprisal, 0 to ${topBits} bits`}</span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse only, as said above */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as said above */}
      <div className={styles.bars} onClick={go} data-testid="surprisal-strip">
        <svg viewBox={`0 0 ${bars.length} ${height}`} preserveAspectRatio="none" focusable="false" aria-hidden="true">
          <path className={styles.quiet} d={path(false)} />
          <path className={styles.low} d={path(true)} />
          {current < 0 ? null : <path className={styles.current} d={`M${current} 0h1v${height}h-1z`} />}
        </svg>
      </div>
    </div>
  );
}
