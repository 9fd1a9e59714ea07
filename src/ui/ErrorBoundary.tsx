// Keeps a fault in one part from taking the page down: says so, offers to try again and to copy the details.
// A class, because React has no other way. Sends nothing anywhere.

import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './ErrorBoundary.module.css';
import { SeverityIcon } from './SeverityIcon.tsx';

export interface ErrorBoundaryProps {
  /** What failed, as in "Token usage could not be shown." */
  readonly name: string;
  /** A change of this value tries again by itself, for example when another document is shown. */
  readonly resetKey?: unknown;
  readonly children: ReactNode;
}

interface State {
  readonly fault: { readonly error: unknown; readonly where: string } | undefined;
}

/** Draws its children, or a message in their place once one of them has thrown. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override readonly state: State = { fault: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: { error, where: '' } };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ fault: { error, where: info.componentStack ?? '' } });
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.fault !== undefined && !Object.is(before.resetKey, this.props.resetKey)) this.#reset();
  }

  readonly #reset = (): void => this.setState({ fault: undefined });

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    const details = describeFault(this.props.name, fault.error, fault.where);
    return (
      <div role="alert" className={styles.box}>
        <SeverityIcon severity="error">{this.props.name} could not be shown.</SeverityIcon>
        <p>This is a fault of the program, not of your document. Everything else goes on working.</p>
        <div className={styles.actions}>
          <Button variant="outline" onClick={this.#reset}>
            Try again
          </Button>
          <CopyButton variant="outline" label="Copy details" text={details}>
            Copy details
          </CopyButton>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard */}
        <pre className={styles.details} tabIndex={0}>
          {details}
        </pre>
      </div>
    );
  }
}

/** Plain text about a fault: part, message and stack. */
function describeFault(name: string, error: unknown, where: string): string {
  const message = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  return `${name}\n${message}${where === '' ? '' : `\n${where.trim()}`}`;
}
