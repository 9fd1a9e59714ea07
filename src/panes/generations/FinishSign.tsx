// Why a text ended, in the provider's own word; a warning or error sign where it did not end by itself.

import type { FinishClass, FinishReason } from '../../response/model.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { tip } from '../../ui/tip.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import styles from './FinishSign.module.css';

const explanations: Readonly<Record<FinishClass, string>> = {
  stop: 'The text ended by itself or at a stop sequence',
  length: 'Cut at the token limit',
  tool_call: 'Ended in order to call a tool',
  filter: 'Stopped by a content filter',
  error: 'Ended with an error',
  pending: 'Not finished yet',
  unknown: 'A reason that no reader knows',
};

/** An en dash when there is no reason. */
export function FinishSign({ reason }: { readonly reason: FinishReason | undefined }) {
  if (reason === undefined) return <span className={styles.none}>–</span>;
  const severity = reason.class === 'error' ? 'error' : isCut(reason.class) ? 'warning' : undefined;
  return (
    <span className={styles.finish} data-severity={severity} {...tip(explanations[reason.class])}>
      {reason.raw === '' ? '""' : <PreviewText text={reason.raw} />}
      {severity === undefined ? null : <SeverityIcon severity={severity} />}
    </span>
  );
}

function isCut(finish: FinishClass): boolean {
  return finish === 'length' || finish === 'filter';
}
