// What the table shows of an output: its beginning, issue signs, and which other generations gave the same answer. The output comes first:
// what would leave less than 24 characters of it is not shown.

import { insteadOfText } from '../../analysis/insteadOfText.ts';
import type { SharedPreviews } from '../../analysis/previews.ts';
import { brokenWords } from '../../analysis/takeaway/rowCells.ts';
import { outputPlace } from '../../response/samplePlaces.ts';
import { useMatchAt } from '../../state/matchStep.ts';
import { useShownHit } from '../../state/search.ts';
import { useDocument, useView } from '../../state/store.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { tip } from '../../ui/tip.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { IssueSigns } from './IssueSigns.tsx';
import { MatchPreview } from './MatchPreview.tsx';
import styles from './OutputCell.module.css';
import { OutputPreview, skippedStart } from './OutputPreview.tsx';
import type { ShownRow } from './shownRows.ts';
import { WalkedMatch } from './WalkedMatch.tsx';

export interface OutputCellProps {
  readonly row: ShownRow;
  /** `= #2 #5` */
  readonly equals: string | undefined;
  /** Line at which the text breaks off, for the generation that it breaks off in. */
  readonly brokenLine: number | undefined;
  readonly shared: SharedPreviews;
}

/** Characters of an output that nothing but errors and warnings may take. */
const leastShown = 24;
/** Room for a sign and its count, in pixels. */
const signWidth = 34;

export function OutputCell({ row, equals, brokenLine, shared }: OutputCellProps) {
  if (row.isBroken) {
    return (
      <span className={styles.broken}>
        <SeverityIcon severity="error" />
        {brokenWords(brokenLine)}
      </span>
    );
  }
  const { error, warning, info } = row.issues;
  const signs = Number(error > 0) + Number(warning > 0);
  const length = row.calls === undefined ? row.preview.length - skippedStart(row.preview, shared) : leastShown;
  return (
    // What does not stand beside the first part wraps to a line that is out of view.
    <span className={styles.line}>
      <span
        className={styles.first}
        style={{ flexBasis: `calc(${Math.min(length, leastShown)}ch + ${signs * signWidth}px)` }}
      >
        <OutputWords row={row} shared={shared} />
        <IssueSigns counts={{ error, warning, info: 0 }} />
      </span>
      <IssueSigns counts={{ error: 0, warning: 0, info }} />
      {equals === undefined ? null : <EqualSign mark={equals} />}
    </span>
  );
}

export function EqualSign({ mark }: { readonly mark: string }) {
  return (
    <span className={styles.equals} {...tip('Same output and tool calls')}>
      {mark}
    </span>
  );
}

function OutputWords({ row, shared }: { readonly row: ShownRow; readonly shared: SharedPreviews }) {
  const calls = row.calls === undefined ? undefined : <PreviewText text={row.calls} className={styles.text} />;
  const { id } = useDocument();
  const view = useView();
  const at = useMatchAt(id, row.position, view);
  const hit = useShownHit(id, view.selection)?.place;
  const found = hit?.part === 'value' && hit.pointer === outputPlace(row) ? hit.excerpt : undefined;
  const instead = insteadOfText(row);
  if (instead !== undefined) {
    return calls ?? <span className={styles.absent}>{row.isChecked ? instead : '–'}</span>;
  }
  return (
    <>
      {found !== undefined ? (
        <MatchPreview excerpt={found} isWalked className={styles.text} />
      ) : row.matches === undefined ? (
        <OutputPreview text={row.preview} shared={shared} />
      ) : at > 0 ? (
        <WalkedMatch row={row} first={row.matches.excerpt} at={at} className={styles.text} />
      ) : (
        <MatchPreview excerpt={row.matches.excerpt} className={styles.text} />
      )}
      {row.calls === undefined ? null : <PreviewText text={row.calls} className={styles.calls} />}
    </>
  );
}
