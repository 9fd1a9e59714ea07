// What makes answers one group: equal bytes, equal but for what is ticked, or similar from a threshold on.

import { useStore, useView } from '../../../state/store.ts';
import { type Grouping, ignorables } from '../../../state/view.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import frame from '../TabFrame.module.css';
import { type Threshold, ThresholdSlider } from '../ThresholdSlider.tsx';

export interface GroupingToolbarProps {
  readonly threshold: Threshold;
  readonly clusterCount: number | undefined;
  readonly isNarrow: boolean;
}

const options = [
  { value: 'bytes', label: 'Equal bytes' },
  { value: 'normalised', label: 'Normalised' },
  { value: 'clusters', label: 'Clusters' },
] as const;

export function GroupingToolbar({ threshold, clusterCount, isNarrow }: GroupingToolbarProps) {
  const { grouping, normalised } = useView();
  const { changeView } = useStore.getState();
  return (
    <>
      <span className={frame.labelled}>
        {isNarrow ? null : <span aria-hidden="true">Group by</span>}
        <SegmentedControl<Grouping>
          label="Group by"
          options={options}
          value={grouping}
          onChange={(chosen) => changeView((view) => ({ ...view, grouping: chosen }))}
        />
      </span>
      {grouping === 'normalised' ? (
        <span role="group" aria-label="Ignore" className={frame.labelled}>
          <span aria-hidden="true">Ignore</span>
          {ignorables.map((one) => (
            <Checkbox
              key={one}
              isChecked={normalised.includes(one)}
              onChange={(isChecked) =>
                changeView((view) => ({
                  ...view,
                  normalised: ignorables.filter((other) =>
                    other === one ? isChecked : view.normalised.includes(other),
                  ),
                }))
              }
            >
              {one}
            </Checkbox>
          ))}
        </span>
      ) : (
        <ThresholdSlider threshold={threshold} clusterCount={clusterCount} />
      )}
    </>
  );
}
