// The field that the keys are at: its variants with their samples; and what the sample there has, whole, or why it does not parse.

import { useMemo } from 'react';
import { generationName } from '../../../analysis/equalAnswers.ts';
import { type Field, type FieldTable, lexemeOf } from '../../../analysis/fields/fields.ts';
import { codeFrame } from '../../../json/codeFrame.ts';
import { indexLines } from '../../../json/lines.ts';
import { type Pointer, rootPointer } from '../../../json/pointer.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useStore } from '../../../state/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { SeverityIcon } from '../../../ui/SeverityIcon.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { formatCount } from '../../../words/numbers.ts';
import cells from './FieldCells.module.css';
import styles from './FieldExplanation.module.css';
import { kindWords, pathWords, signOf, standingOf } from './fieldSigns.ts';

type FieldError = FieldTable['errors'][number];

export interface FieldExplanationProps {
  readonly table: FieldTable;
  readonly rows: SampleList;
  readonly field: Field | undefined;
  /** The sample whose cell the keys are at. */
  readonly sample: number | undefined;
  readonly error: FieldError | undefined;
  readonly placeOf: (sample: number, field: Field | undefined) => Pointer;
  readonly isOfCalls: boolean;
}

export function FieldExplanation({ table, rows, field, sample, error, placeOf, isOfCalls }: FieldExplanationProps) {
  return (
    <section
      className={styles.explanation}
      aria-label="Explanation"
      data-two={error !== undefined || sample !== undefined}
    >
      {error !== undefined ? (
        <ErrorPlace error={error} row={rows.at(error.sample)} place={placeOf(error.sample, field)} />
      ) : sample !== undefined && field !== undefined ? (
        <CellValue
          field={field}
          row={rows.at(sample)}
          sample={sample}
          place={placeOf(sample, field)}
          path={pathWords(field, isOfCalls)}
        />
      ) : null}
      {field === undefined ? null : (
        <Variants table={table} rows={rows} field={field} path={pathWords(field, isOfCalls)} />
      )}
    </section>
  );
}

const mostSamples = 24;
const mostVariants = 50;

interface VariantsProps extends Pick<FieldExplanationProps, 'table' | 'rows'> {
  readonly field: Field;
  readonly path: string;
}

function Variants({ table, rows, field, path }: VariantsProps) {
  const [majority] = field.variants;
  if (majority === undefined) return null;
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>
        <span className={styles.path}>{path}</span>
        <span className={styles.quiet}>
          {formatCount(field.agreement)} of {formatCount(table.parsed.length)} agree on{' '}
          {signOf(majority).text.slice(0, 60)}
        </span>
      </h3>
      <table className={styles.variants}>
        <caption className={styles.caption}>Variants of {path}</caption>
        <thead className={styles.caption}>
          <tr>
            <th scope="col">Value</th>
            <th scope="col">Samples</th>
            <th scope="col">Which</th>
          </tr>
        </thead>
        <tbody>
          {field.variants.slice(0, mostVariants).map((variant, place) => {
            const sign = signOf(variant);
            const samples = variant.samples.slice(0, mostSamples);
            return (
              <tr key={`${variant.kind} ${variant.samples[0]}`}>
                <th scope="row">
                  <span className={cells.value} data-kind={sign.kind} data-standing={standingOf(field, place)}>
                    {sign.text.slice(0, 200)}
                    {sign.text.length > 200 ? '…' : ''}
                  </span>
                </th>
                <td className={styles.count}>{formatCount(variant.samples.length)}</td>
                <td>
                  {samples.map((sample) => (
                    <SampleButton key={sample} row={rows.at(sample)} />
                  ))}
                  {variant.samples.length > samples.length
                    ? ` and ${formatCount(variant.samples.length - samples.length)} more`
                    : null}
                  <span className={styles.quiet}>
                    {' '}
                    {kindWords(variant, majority)}
                    {variant.otherwise.slice(0, mostSamples).map(({ sample, lexeme }) => (
                      <span key={sample}>
                        {' '}
                        {generationName(rows.label(sample))} wrote <code>{lexeme.slice(0, 40)}</code>
                      </span>
                    ))}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {field.variants.length > mostVariants ? (
        <p className={styles.quiet}>And {formatCount(field.variants.length - mostVariants)} more values.</p>
      ) : null}
    </div>
  );
}

function SampleButton({ row }: { readonly row: GenerationRow | undefined }) {
  if (row === undefined) return null;
  const { select, hover } = useStore.getState();
  return (
    <button
      type="button"
      className={styles.sample}
      onClick={() => select(row.pointer, 'compare')}
      onMouseEnter={() => hover(row.pointer)}
      onMouseLeave={() => hover(undefined)}
    >
      {generationName(row.label)}
    </button>
  );
}

interface CellValueProps {
  readonly field: Field;
  readonly row: GenerationRow | undefined;
  readonly sample: number;
  readonly place: Pointer;
  readonly path: string;
}

function CellValue({ field, row, sample, place, path }: CellValueProps) {
  const variant = field.variants[field.variantOf[sample] ?? -1];
  const own = lexemeOf(field, sample);
  const sign = variant && signOf(variant, own);
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>
        <span className={styles.path}>{path}</span> in {generationName(row?.label ?? '')}
        <PlaceLink pointer={place} />
      </h3>
      {sign === undefined ? (
        <p className={styles.quiet}>This sample has no JSON.</p>
      ) : sign.kind === 'value' && own !== undefined ? (
        <VisibleText text={own} showInvisible={false} wrap className={styles.whole} />
      ) : (
        <p className={styles.quiet}>
          {sign.kind === 'members' ? `${sign.words}: its members have rows of their own.` : `${sign.words}.`}
        </p>
      )}
    </div>
  );
}

function PlaceLink({ pointer }: { readonly pointer: Pointer }) {
  return (
    <Button variant="link" className={styles.place} onClick={() => useStore.getState().select(pointer, 'compare')}>
      {pointer}
    </Button>
  );
}

interface ErrorPlaceProps {
  readonly error: FieldError;
  readonly row: GenerationRow | undefined;
  readonly place: Pointer;
}

function ErrorPlace({ error: { text, problem, label }, row, place }: ErrorPlaceProps) {
  const frame = useMemo(() => {
    const bytes = new TextEncoder().encode(text);
    return codeFrame(bytes, indexLines(bytes), problem.byte, { before: 1, after: 0, width: 64 });
  }, [text, problem]);
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>
        <span className={styles.error}>
          <SeverityIcon severity="error" /> error
        </span>
        {generationName(row?.label ?? '')}
        {label === undefined ? '' : ` (${label})`} does not parse: {problem.title}.
        <PlaceLink pointer={row === undefined ? rootPointer : place} />
      </h3>
      <p className={styles.quiet}>
        Line {formatCount(problem.line)}, column {formatCount(problem.column)}. Expected {problem.expected}; found{' '}
        {problem.found}.
      </p>
      <pre className={styles.frame}>
        {frame.lines.map((line) => (
          <span key={line.line}>
            <span className={styles.number}>{line.line}</span>
            {line.isCutLeft ? '…' : ''}
            {line.text}
            {line.isCutRight ? '…' : ''}
            {'\n'}
            {line.line === frame.line ? (
              <span className={styles.caret}>
                <span className={styles.number} />
                {' '.repeat(frame.caretColumn + (line.isCutLeft ? 1 : 0))}^{'\n'}
              </span>
            ) : null}
          </span>
        ))}
      </pre>
    </div>
  );
}
