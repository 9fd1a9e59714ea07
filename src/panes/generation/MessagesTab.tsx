// The messages that a chat generation answers.

import type { GenerationDetail } from '../../response/questions.ts';
import { useStore } from '../../state/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { PartSection } from './PartSection.tsx';
import { linesOfKind, type PartLines } from './partLines.ts';
import { usePartList } from './usePartList.ts';

function linesOf({ counts }: GenerationDetail): PartLines {
  return linesOfKind('messages', counts);
}

export function MessagesTab({ detail }: { readonly detail: GenerationDetail }) {
  const list = usePartList(detail, linesOf);
  const { isWrapping } = useStore((state) => state.preferences);
  if (list.lines.count === 0) return <EmptyState>This generation lists no messages.</EmptyState>;
  return (
    <RowList
      window={list.window}
      label="Messages"
      count={list.lines.count}
      active={list.active}
      onActive={list.setActive}
      isWide={!isWrapping}
      renderRow={(at, isActive) => (
        <PartSection
          key={list.detail.position}
          position={list.detail.position}
          kind="messages"
          at={at}
          part={list.partOf({ kind: 'messages', at })}
          noName="no role"
          remark={`message ${at}`}
          emptyWords="no content"
          copyLabel={() => `Copy message ${at}`}
          isTabStop={isActive}
        />
      )}
    />
  );
}
