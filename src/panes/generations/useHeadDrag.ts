// Dragging the head of a column to another place. The type of what is dragged is the table's own, so that the page takes it for no file.

import { type DragEvent, useState } from 'react';
import type { ColumnId } from '../../state/view.ts';

const dragType = 'application/x-completion-column';

interface Target {
  readonly column: ColumnId;
  readonly side: -1 | 1;
}

export interface HeadDrag {
  /** Where the column would stand: on this side of that one. */
  readonly target: Target | undefined;
  /** Attributes of the head of a column. */
  headProps(column: ColumnId): {
    readonly draggable: boolean;
    onDragStart(event: DragEvent<HTMLElement>): void;
    onDragOver(event: DragEvent<HTMLElement>): void;
    onDragLeave(): void;
    onDrop(event: DragEvent<HTMLElement>): void;
    onDragEnd(): void;
  };
}

/** `fixed` cannot be dragged itself, but others can be dropped beside it. */
export function useHeadDrag(
  isOn: boolean,
  fixed: ColumnId,
  onDropBeside: (column: ColumnId, other: ColumnId, side: -1 | 1) => void,
): HeadDrag {
  const [dragged, setDragged] = useState<ColumnId>();
  const [target, setTarget] = useState<Target>();
  const end = (): void => {
    setDragged(undefined);
    setTarget(undefined);
  };
  const targetAt = (event: DragEvent<HTMLElement>, column: ColumnId): Target => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return { column, side: event.clientX < left + width / 2 ? -1 : 1 };
  };
  return {
    target: target?.column === dragged ? undefined : target,
    headProps: (column) => ({
      draggable: isOn && column !== fixed,
      onDragStart: (event) => {
        // The handle at the edge resizes.
        const pressed = document.elementFromPoint(event.clientX, event.clientY);
        if (pressed?.closest('[role="separator"]')) {
          event.preventDefault();
          return;
        }
        event.dataTransfer.setData(dragType, column);
        event.dataTransfer.effectAllowed = 'move';
        setDragged(column);
      },
      onDragOver: (event) => {
        if (dragged === undefined || !event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        const next = targetAt(event, column);
        if (next.column !== target?.column || next.side !== target.side) setTarget(next);
      },
      onDragLeave: () => setTarget(undefined),
      onDrop: (event) => {
        if (dragged === undefined) return;
        event.preventDefault();
        if (dragged !== column) onDropBeside(dragged, column, targetAt(event, column).side);
        end();
      },
      onDragEnd: end,
    }),
  };
}
