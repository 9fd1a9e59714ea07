// From which similarity on answers are one cluster. Moving it shows at once; what is chosen goes into the view when it is let go.

import { useState } from 'react';
import { useStore, useView } from '../../state/store.ts';
import { Slider } from '../../ui/Slider.tsx';
import { formatDecimal, plural } from '../../words/numbers.ts';

export interface Threshold {
  /** Similarity, 0 to 1. */
  readonly value: number;
  readonly hundredths: number;
  readonly onChange: (hundredths: number) => void;
  readonly onCommit: (hundredths: number) => void;
}

/** The threshold as it stands under the hand. */
export function useThreshold(): Threshold {
  const { clusterFrom } = useView();
  const [draft, setDraft] = useState<number>();
  const hundredths = draft ?? clusterFrom;
  return {
    value: hundredths / 100,
    hundredths,
    onChange: setDraft,
    onCommit: (chosen) => {
      setDraft(undefined);
      useStore.getState().changeView((view) => (view.clusterFrom === chosen ? view : { ...view, clusterFrom: chosen }));
    },
  };
}

export interface ThresholdSliderProps {
  readonly threshold: Threshold;
  /** Clusters at this threshold; absent while they are not known. */
  readonly clusterCount: number | undefined;
}

export function ThresholdSlider({ threshold, clusterCount }: ThresholdSliderProps) {
  const shown = formatDecimal(threshold.value, 2);
  return (
    <Slider
      label="Cluster threshold"
      min={0}
      max={100}
      step={1}
      value={threshold.hundredths}
      shown={shown}
      valueText={`${shown}${clusterCount === undefined ? '' : `, ${plural(clusterCount, 'cluster')}`}`}
      onChange={threshold.onChange}
      onCommit={threshold.onCommit}
    />
  );
}
