// What was put into the template of a generation: every key with its text.

import type { GenerationDetail } from '../../response/questions.ts';
import { useDocument, useStore } from '../../state/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { PartSection } from './PartSection.tsx';
import { linesOfKind, type PartLines } from './partLines.ts';
import { usePartList } from './usePartList.ts';

function linesOf({ counts }: GenerationDetail): PartLines {
  return linesOfKind('inputs', counts);
}

function noInputsSentence(isChoice: boolean): string {
  return isChoice
    ? 'A provider response does not say what inputs it was asked with.'
    : 'This generation was made without inputs.';
}

export function InputsTab({ detail }: { readonly detail: GenerationDetail }) {
  const list = usePartList(detail, linesOf);
  const isChoice = useDocument().rows.isChoice(detail.position);
  const { isWrapping } = useStore((state) => state.preferences);
  if (list.lines.count === 0) return <EmptyState>{noInputsSentence(isChoice)}</EmptyState>;
  return (
    <RowList
      window={list.window}
      label="Inputs"
      count={list.lines.count}
      active={list.active}
      onActive={list.setActive}
      isWide={!isWrapping}
      renderRow={(at, isActive) => {
        const part = list.partOf({ kind: 'inputs', at });
        return (
          <PartSection
            key={list.detail.position}
            position={list.detail.position}
            kind="inputs"
            at={at}
            part={part}
            noName=""
            remark={part === undefined || part.kind === 'string' ? undefined : part.kind}
            emptyWords="empty text"
            copyLabel={(name) => `Copy ${name}`}
            isTabStop={isActive}
          />
        );
      }}
    />
  );
}
