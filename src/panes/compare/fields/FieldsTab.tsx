// The tab "Fields": where the answers are JSON, which of their fields the samples agree on. Says where nothing is JSON.

import { useState } from 'react';
import { generationName } from '../../../analysis/equalAnswers.ts';
import type { FieldSource } from '../../../analysis/fields/jsonParts.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { formatCount, plural } from '../../../words/numbers.ts';
import type { CompareTabProps } from '../compared.ts';
import { namesOf } from '../sampleWords.ts';
import frame from '../TabFrame.module.css';
import { WorkNote } from '../WorkNote.tsx';
import { FieldLegend } from './FieldLegend.tsx';
import { FieldTableView } from './FieldTableView.tsx';
import { useAnswerFields } from './useAnswerFields.ts';
import { useFieldWritings } from './useFieldWritings.ts';

const sourceLabels: Readonly<Record<FieldSource, string>> = {
  output: 'Output',
  fenced: 'Fenced blocks',
  toolCalls: 'Tool arguments',
};

export function FieldsTab({ compared, arrangement }: CompareTabProps) {
  const [wanted, setWanted] = useState<FieldSource>();
  const [isDisagreeing, setDisagreeing] = useState(false);
  const { fields, rows, answers, cut, task } = useAnswerFields(compared, wanted);

  useFieldWritings(
    rows,
    fields?.source === undefined
      ? undefined
      : { table: fields.table, isDisagreeing, isOfCalls: fields.source === 'toolCalls' },
  );

  if (fields === undefined) {
    return (
      <div className={frame.frame}>
        <WorkNote what="Reading the JSON of the outputs" task={task} />
      </div>
    );
  }
  const { table, source, sources } = fields;
  const cutRows = rows.pick([...cut]);
  const cutWords = cutRows.length === 0 ? '' : ` Too long to be read as JSON: ${namesOf(cutRows)}.`;
  if (source === undefined) {
    return (
      <EmptyState>
        No output is JSON; there are no fenced blocks of JSON and no tool calls either. Aligned and Distinct compare the
        outputs as text.{cutWords}
      </EmptyState>
    );
  }
  const noun =
    source === 'output' ? 'outputs' : source === 'fenced' ? 'samples with fenced JSON' : 'samples with tool calls';
  return (
    <div className={frame.frame}>
      <div className={frame.toolbar}>
        {sources.length > 1 ? (
          <span className={frame.labelled}>
            {arrangement === 'narrow' ? null : <span aria-hidden="true">Read from</span>}
            <SegmentedControl
              label="Read from"
              options={sources.map((value) => ({ value, label: sourceLabels[value] }))}
              value={source}
              onChange={setWanted}
            />
          </span>
        ) : (
          <span>Read from: {sourceLabels[source].toLowerCase()}</span>
        )}
        <Checkbox isChecked={isDisagreeing} onChange={setDisagreeing}>
          Only fields that disagree
        </Checkbox>
        <span className={frame.quiet}>
          {formatCount(table.disagreeing)} of {formatCount(table.fields.length)} disagree
        </span>
        <span className={frame.end}>
          {table.majorityText === '' ? null : (
            <CopyButton label="Copy the majority object" text={table.majorityText}>
              Copy the majority object
            </CopyButton>
          )}
        </span>
      </div>
      <WorkNote what="Reading the JSON of the outputs" task={task} />
      {table.parsed.length === 0 ? (
        <EmptyState>
          None of these JSON texts parses.{' '}
          {table.errors.slice(0, 5).map(({ sample, problem }) => (
            <span key={sample} style={{ display: 'block' }}>
              {generationName(rows.label(sample))}: {problem.title}, line {formatCount(problem.line)}, column{' '}
              {formatCount(problem.column)}.
            </span>
          ))}
          {table.errors.length > 5 ? `And ${formatCount(table.errors.length - 5)} more.` : null}
        </EmptyState>
      ) : (
        <FieldTableView
          table={table}
          rows={rows}
          answers={answers}
          source={source}
          part={compared.part}
          cut={cut}
          isDisagreeing={isDisagreeing}
          arrangement={arrangement}
        />
      )}
      <div className={frame.footer}>
        {arrangement === 'narrow' ? null : <FieldLegend />}
        <span className={frame.end}>
          {formatCount(table.parsed.length)} of {formatCount(rows.length - table.without.length)} {noun} parse.
          {cutWords}
          {table.isCut ? ` Shows the first ${plural(table.fields.length, 'field')} only.` : ''} Key order ignored;
          numbers compared by value, shown as written.
        </span>
      </div>
    </div>
  );
}
