// A cell of the grid. Focus stays on the grid itself, which names the active row.

import type { ComponentProps } from 'react';

export function GridCell(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
  return <div role="gridcell" {...props} />;
}
