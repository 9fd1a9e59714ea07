// What stands in place of the picture while it is worked out, or when the work was stopped: how far, why not, and what can be done.

import type { TaskStopped } from '../../../analysis/tasks.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';

export const branchesDeadlineMs = 30_000;

export interface BranchesWorkProps {
  /** 0 to 1. */
  readonly progress: number | undefined;
  readonly stopped: TaskStopped | undefined;
  onCancel(): void;
  onAgain(): void;
}

export function BranchesWork({ progress, stopped, onCancel, onAgain }: BranchesWorkProps) {
  if (stopped === undefined) {
    return (
      <EmptyState
        actions={
          <Button variant="outline" onClick={onCancel}>
            Cancel
          </Button>
        }
      >
        {`Looking for the branches${progress === undefined ? '' : `: ${Math.floor(progress * 100)} %`}.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      actions={
        <Button variant="outline" onClick={onAgain}>
          Look again
        </Button>
      }
    >
      {whyOf(stopped)}
    </EmptyState>
  );
}

function whyOf({ why, message }: TaskStopped): string {
  switch (why) {
    case 'cancelled':
      return 'Cancelled. No branches were looked for.';
    case 'deadline':
      return `Stopped after ${branchesDeadlineMs / 1000} seconds. Choose fewer or shorter outputs.`;
    case 'failed':
      return `The branches could not be found: ${message}`;
  }
}
