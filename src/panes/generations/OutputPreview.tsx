// The beginning of an output in one line: without what all outputs begin with, and with the words tinted that few of them have.

import { Fragment } from 'react';
import { rareIn, type SharedPreviews } from '../../analysis/previews.ts';
import { PreviewLine, VisibleRuns } from '../../ui/VisibleText.tsx';
import styles from './OutputPreview.module.css';

export interface OutputPreviewProps {
  readonly text: string;
  readonly shared: SharedPreviews;
}

/** Code units of a preview that its row leaves out. */
export function skippedStart(text: string, { start }: SharedPreviews): number {
  return text.startsWith(start) ? start.length : 0;
}

export function OutputPreview({ text, shared }: OutputPreviewProps) {
  const from = skippedStart(text, shared);
  const rare = rareIn(shared, text, from);
  const ends = [from, ...rare.map((range) => range.to)];
  return (
    <PreviewLine isCutBefore={from > 0}>
      {rare.map((range, at) => (
        <Fragment key={range.from}>
          <OneLine text={text.slice(ends[at], range.from)} />
          <span className={styles.rare}>
            <OneLine text={text.slice(range.from, range.to)} />
          </span>
        </Fragment>
      ))}
      <OneLine text={text.slice(ends.at(-1))} />
    </PreviewLine>
  );
}

/** Line ends, be it one or several, are a mark and a space. */
function OneLine({ text }: { readonly text: string }) {
  return text.split(/[\r\n]+/).map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no identity but their place
    <Fragment key={at}>
      {at > 0 ? <span className={styles.lineEnd}> </span> : null}
      <VisibleRuns text={line} showInvisible isPartial />
    </Fragment>
  ));
}
