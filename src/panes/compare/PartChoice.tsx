// What of each generation is compared, where at least two of the chosen ones give their reasoning, and how many take no part then.

import { useStore } from '../../state/store.ts';
import type { ComparedPart } from '../../state/view.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { plural } from '../../words/numbers.ts';
import frame from './TabFrame.module.css';

export interface PartChoiceProps {
  readonly part: ComparedPart;
  /** Chosen generations that give their reasoning. */
  readonly reasoningCount: number;
  readonly chosenCount: number;
}

export function PartChoice({ part, reasoningCount, chosenCount }: PartChoiceProps) {
  const without = chosenCount - reasoningCount;
  return (
    <span className={frame.labelled}>
      <span aria-hidden="true">Compare</span>
      <SegmentedControl<ComparedPart>
        label="Compare what"
        options={[
          { value: 'answer', label: 'Answer' },
          { value: 'reasoning', label: 'Reasoning' },
        ]}
        value={part}
        onChange={(comparedPart) => useStore.getState().changeView((view) => ({ ...view, comparedPart }))}
      />
      {part === 'answer' || without === 0 ? null : (
        <span className={frame.quiet}>{plural(without, 'sample gives none', 'samples give none')}.</span>
      )}
    </span>
  );
}
