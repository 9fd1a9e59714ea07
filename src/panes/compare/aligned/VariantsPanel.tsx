// What the samples say at one difference: every variant with its count and its samples, and who has nothing there.

import { useMemo } from 'react';
import { type Alignment, tokensIn } from '../../../analysis/align/alignment.ts';
import { type Variant, variantsIn } from '../../../analysis/align/variants.ts';
import { generationName } from '../../../analysis/equalAnswers.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { startOf } from '../../../response/text/startOf.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import { formatCount } from '../../../words/numbers.ts';
import { ForkOddsPanel } from '../odds/ForkOddsPanel.tsx';
import type { ForkOddsState } from '../odds/useForkOdds.ts';
import styles from './VariantsPanel.module.css';
import { wordsBefore } from './wordsBefore.ts';

export interface VariantsPanelProps {
  readonly alignment: Alignment;
  /** By sample of the alignment. */
  readonly texts: readonly string[];
  readonly rows: SampleList | undefined;
  readonly divergence: number;
  /** Whose words lead to the difference. */
  readonly baseline: number;
  readonly onSelect: (position: number) => void;
  readonly onClose: () => void;
  /** By difference. */
  readonly odds: ForkOddsState;
}

/** Code points of a variant that are shown. */
const mostShown = 600;
/** Samples of a variant that are named. */
const mostSamples = 40;

export function VariantsPanel(props: VariantsPanelProps) {
  const { alignment, texts, rows, divergence, baseline, onSelect, onClose, odds } = props;
  const found = useMemo(() => {
    return divergence < alignment.divergences.length
      ? variantsIn(alignment, divergence, (sample) => texts[sample] ?? '')
      : undefined;
  }, [alignment, texts, divergence]);
  if (found === undefined) return null;
  const number = `${formatCount(divergence + 1)} of ${formatCount(alignment.divergences.length)}`;
  const before = wordsBefore(alignment, texts, divergence, baseline);
  const samples = (list: readonly number[]) => <Samples samples={list} rows={rows} onSelect={onSelect} />;
  return (
    <section className={styles.panel} aria-label="Variants">
      <header className={styles.head}>
        <h3 className={styles.title}>{`Difference ${number}`}</h3>
        <span className={styles.after}>{before === '' ? 'at the start' : `after “${before}”`}</span>
        <IconButton icon="x" label="Close variants" keys="Escape" onClick={onClose} />
      </header>
      <ul className={styles.list} aria-label="Variants at this place">
        {found.variants.map((variant) => (
          <li key={`${variant.samples[0]}`} className={styles.variant}>
            <VariantText variant={variant} />
            <span className={styles.count}>
              {`${formatCount(variant.samples.length)} of ${formatCount(alignment.sampleCount)}`}
            </span>
            {samples(variant.samples)}
            {isMoved(alignment, variant, divergence) ? <span className={styles.moved}>moved</span> : null}
          </li>
        ))}
        {found.absent.length === 0 ? null : (
          <li className={styles.variant}>
            <span className={styles.absent}>missing in</span>
            <span className={styles.count}>
              {`${formatCount(found.absent.length)} of ${formatCount(alignment.sampleCount)}`}
            </span>
            {samples(found.absent)}
          </li>
        )}
      </ul>
      <div className={styles.odds}>
        {rows === undefined ? null : (
          <ForkOddsPanel
            state={odds}
            fork={divergence}
            ways={[
              ...found.variants.map(({ text }, way) => ({ way, text })),
              ...(found.absent.length > 0 ? [{ way: found.variants.length, text: '' }] : []),
            ]}
            rows={rows}
          />
        )}
      </div>
    </section>
  );
}

function VariantText({ variant: { text, samples } }: { readonly variant: Variant }) {
  const start = startOf(text, mostShown);
  return (
    <span className={styles.text} data-level={samples.length === 1 ? 3 : 2}>
      <VisibleRuns text={start.text} showInvisible isPartial />
      {start.isWhole ? null : (
        <span
          className={styles.after}
        >{` … and ${formatCount(text.length - start.text.length)} UTF-16 units more`}</span>
      )}
    </span>
  );
}

interface SamplesProps {
  readonly samples: readonly number[];
  readonly rows: SampleList | undefined;
  readonly onSelect: (position: number) => void;
}

function Samples({ samples, rows, onSelect }: SamplesProps) {
  return (
    <span className={styles.samples}>
      {samples.slice(0, mostSamples).map((sample) => {
        const row = rows?.at(sample);
        if (row === undefined) return null;
        return (
          <button key={sample} type="button" className={styles.sample} onClick={() => onSelect(row.position)}>
            {generationName(row.label)}
          </button>
        );
      })}
      {samples.length > mostSamples ? `and ${formatCount(samples.length - mostSamples)} more` : null}
    </span>
  );
}

function isMoved(alignment: Alignment, { samples }: Variant, divergence: number): boolean {
  const place = alignment.divergences[divergence];
  const text = alignment.texts[alignment.textOf[samples[0] ?? -1] ?? -1];
  if (place === undefined || text === undefined) return false;
  const [from, to] = tokensIn(text, place);
  for (let at = from; at < to; at++) if ((alignment.movedOf[text.columnOf[at] ?? -1] ?? -1) >= 0) return true;
  return false;
}
