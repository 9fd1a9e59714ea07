// The tools that a generation called and what they gave back.

import { type ReactNode, useMemo, useState } from 'react';
import type { GenerationPart, PartKind } from '../../response/generationParts.ts';
import type { GenerationDetail } from '../../response/questions.ts';
import { useStore } from '../../state/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { formatCount } from '../../words/numbers.ts';
import styles from './GenerationPane.module.css';
import { isWhole, PartId, PartSection } from './PartSection.tsx';
import { linesOfKinds, type PartLines } from './partLines.ts';
import { prettyJson } from './prettyJson.ts';
import { usePartList } from './usePartList.ts';

type Form = 'pretty' | 'written';

function linesOf({ counts }: GenerationDetail): PartLines {
  return linesOfKinds(['toolCalls', 'toolResults'], counts);
}

const sentences: Partial<Readonly<Record<PartKind, string>>> = {
  toolCalls: 'This generation called no tools.',
  toolResults: 'No tool results stand in this generation.',
};

export function ToolsTab({ detail }: { readonly detail: GenerationDetail }) {
  const list = usePartList(detail, linesOf);
  const { isWrapping } = useStore((state) => state.preferences);
  const [form, setForm] = useState<Form>('pretty');
  const { counts, position } = list.detail;
  const head = (of: PartKind): ReactNode => (
    <header className={styles.group}>
      <h3>{of === 'toolCalls' ? 'Calls' : 'Results'}</h3>
      <span className={styles.groupCount}>{formatCount(counts[of])}</span>
      {of === 'toolCalls' && counts.toolCalls > 0 ? (
        <SegmentedControl
          label="Arguments"
          options={[
            { value: 'pretty', label: 'Pretty' },
            { value: 'written', label: 'As written' },
          ]}
          value={form}
          onChange={setForm}
        />
      ) : null}
    </header>
  );
  return (
    <RowList
      window={list.window}
      label="Tool calls and results"
      count={list.lines.count}
      active={list.active}
      onActive={list.setActive}
      isWide={!isWrapping}
      renderRow={(place, isActive) => {
        const line = list.lines.lineAt(place);
        if (line.kind === 'head') return head(line.of);
        if (line.kind === 'none') return <EmptyState>{sentences[line.of]}</EmptyState>;
        const part = list.partOf(line);
        const shared = { position, at: line.at, part, isTabStop: isActive, nameClass: styles.toolName };
        const key = `${position} ${line.kind} ${line.at}`;
        return line.kind === 'toolCalls' ? (
          <PartSection
            key={key}
            {...shared}
            kind="toolCalls"
            noName="no name"
            remark={part && <CallRemark part={part} />}
            emptyWords="no arguments"
            copyLabel={(name) => `Copy arguments of ${name}`}
            layOut={form === 'pretty' ? (text) => prettyJson(text) ?? text : undefined}
          />
        ) : (
          <PartSection
            key={key}
            {...shared}
            kind="toolResults"
            noName={`result ${line.at}`}
            remark={part?.id && <PartId id={part.id} />}
            emptyWords={part?.kind === undefined ? 'no text result' : 'empty result'}
            copyLabel={(name) => `Copy result of ${name}`}
          />
        );
      }}
    />
  );
}

function CallRemark({ part: { id, text } }: { readonly part: GenerationPart }) {
  const isBad = useMemo(() => isWhole(text) && text.text !== '' && prettyJson(text.text) === undefined, [text]);
  return (
    <>
      {id === undefined ? null : <PartId id={id} />}
      {isBad ? ' arguments are not valid JSON' : null}
    </>
  );
}
