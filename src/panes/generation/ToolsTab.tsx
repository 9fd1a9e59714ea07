// The tools that a generation called and what they gave back.

import { useMemo, useState } from 'react';
import type { ToolCall, ToolResult } from '../../response/model.ts';
import type { GenerationDetail } from '../../response/questions.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import styles from './GenerationPane.module.css';
import { prettyJson } from './prettyJson.ts';
import { TextSection } from './TextSection.tsx';

type Form = 'pretty' | 'written';

/** Longer arguments are shown as written: indenting them would cost more than it shows. */
const longestPretty = 200_000;

export function ToolsTab({ detail }: { readonly detail: GenerationDetail }) {
  const { toolCalls, toolResults } = detail;
  const [form, setForm] = useState<Form>('pretty');
  const isAnyJson = useMemo(
    () => toolCalls.some(({ argumentsText }) => prettyOf(argumentsText) !== undefined),
    [toolCalls],
  );
  return (
    <>
      <header className={styles.group}>
        <h3>Calls</h3>
        <span className={styles.groupCount}>{toolCalls.length}</span>
        {isAnyJson ? (
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
      {toolCalls.length === 0 ? <EmptyState>This generation called no tools.</EmptyState> : null}
      {toolCalls.map((call) => (
        <Call key={call.pointer} call={call} form={form} />
      ))}
      <header className={styles.group}>
        <h3>Results</h3>
        <span className={styles.groupCount}>{toolResults.length}</span>
      </header>
      {toolResults.length === 0 ? <EmptyState>No tool results stand in this generation.</EmptyState> : null}
      {toolResults.map((result, at) => (
        <Result key={result.pointer} result={result} at={at} />
      ))}
    </>
  );
}

function Call({ call, form }: { readonly call: ToolCall; readonly form: Form }) {
  const pretty = useMemo(() => prettyOf(call.argumentsText), [call.argumentsText]);
  const isBad = pretty === undefined && call.argumentsText !== '' && call.argumentsText.length <= longestPretty;
  return (
    <TextSection
      title={<PreviewText text={call.name === '' ? 'no name' : call.name} className={styles.toolName} />}
      remark={
        <>
          {call.id === undefined ? null : <PreviewText text={call.id} className={styles.toolId} />}
          {isBad ? ' arguments are not valid JSON' : null}
        </>
      }
      pointer={call.pointer}
      text={form === 'pretty' ? (pretty ?? call.argumentsText) : call.argumentsText}
      isLayoutOurs={form === 'pretty' && pretty !== undefined}
      emptyWords="no arguments"
      copyLabel={`Copy arguments of ${call.name}`}
      copy={call.argumentsText}
    />
  );
}

function Result({ result, at }: { readonly result: ToolResult; readonly at: number }) {
  return (
    <TextSection
      title={<PreviewText text={result.name ?? `result ${at}`} className={styles.toolName} />}
      remark={result.id === undefined ? undefined : <PreviewText text={result.id} className={styles.toolId} />}
      pointer={result.pointer}
      text={result.result ?? ''}
      emptyWords={result.result === undefined ? 'no text result' : 'empty result'}
      copyLabel={`Copy result of ${result.name ?? at}`}
      copy={result.result ?? ''}
    />
  );
}

function prettyOf(text: string): string | undefined {
  return text.length > longestPretty ? undefined : prettyJson(text);
}
