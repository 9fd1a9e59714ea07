// Panels of a group with the sizes that a person gave them, remembered by the name of the group.

import { useStore } from '../../state/store.ts';
import { SplitLayout, type SplitPanel } from '../../ui/SplitLayout.tsx';

export function Split(props: {
  readonly id: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly panels: readonly SplitPanel[];
}) {
  const sizes = useStore((state) => state.preferences.paneSizes[props.id]);
  const onSizes = (next: Readonly<Record<string, number>>) => {
    const { preferences, setPreferences } = useStore.getState();
    setPreferences({ paneSizes: { ...preferences.paneSizes, [props.id]: next } });
  };
  return <SplitLayout {...props} sizes={sizes} onSizes={onSizes} />;
}
