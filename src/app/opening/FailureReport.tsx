// Why a text did not load: what, where, the lines around it with a caret, and what to do. Announced as an alert, unless a line above has said it. Knows no document.

import { Children, type ReactNode } from 'react';
import type { LoadFailure, OfferedMend } from '../../response/loadEvents.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import { formatCount } from '../../words/numbers.ts';
import styles from './FailureReport.module.css';

const mendOffers = preloadable(() => import('./MendOffers.tsx').then((module) => module.MendOffers));

interface FailureReportProps {
  readonly name: string;
  readonly failure: LoadFailure;
  /** False where a line above it is the alert. */
  readonly isAlert?: boolean | undefined;
  /** A person agrees to a mend; absent where there is nothing to mend. */
  readonly onMend?: ((mend: OfferedMend) => void) | undefined;
  /** Buttons that help. */
  readonly children?: ReactNode;
}

export function FailureReport({ name, failure, isAlert = true, onMend, children }: FailureReportProps) {
  const { place } = failure;
  return (
    <div className={styles.report} role={isAlert ? 'alert' : undefined}>
      <h2 className={styles.title}>
        <Icon name="error" />
        <span>{failure.title}</span>
      </h2>
      <p className={styles.detail}>
        <span className={styles.name}>{name}</span>
        {place === undefined ? null : (
          <>
            {', '}
            <strong>
              line {formatCount(place.line)}, column {formatCount(place.column)}
            </strong>
          </>
        )}
        . {failure.detail}
      </p>
      {place === undefined ? null : <Frame frame={place.frame} />}
      <p className={styles.advice}>{failure.advice}</p>
      {failure.mends && onMend ? <mendOffers.Part mends={failure.mends} onMend={onMend} /> : null}
      {failure.commands?.map((command) => (
        <div key={command} className={styles.command}>
          <pre>
            <code>{command}</code>
          </pre>
          <CopyButton text={command} label="Copy the command" />
        </div>
      ))}
      {Children.toArray(children).length === 0 ? null : <div className={styles.actions}>{children}</div>}
    </div>
  );
}

type CodeFrame = NonNullable<LoadFailure['place']>['frame'];

/** The lines around the error. The caret line is read out as part of the sentence above, so it is hidden from assistive technology. */
function Frame({ frame }: { readonly frame: CodeFrame }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways, also by key
    <pre className={styles.frame} tabIndex={0} role="group" aria-label={`Lines around line ${frame.line}`}>
      {frame.lines.map((line) => {
        const isBroken = line.line === frame.line;
        return (
          <span key={line.line} className={isBroken ? styles.broken : styles.line}>
            <span className={styles.number} aria-hidden="true">
              {line.line}
            </span>
            <code>
              {line.isCutLeft ? '…' : ''}
              {line.text}
              {line.isCutRight ? '…' : ''}
            </code>
            {'\n'}
            {isBroken ? (
              <span className={styles.caret} aria-hidden="true">
                {' '.repeat(frame.caretColumn + (line.isCutLeft ? 1 : 0))}^{'\n'}
              </span>
            ) : null}
          </span>
        );
      })}
    </pre>
  );
}
