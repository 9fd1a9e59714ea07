// The output of a generation, verbatim, under its facts; or the raw output with what the strip removed marked.

import { type ReactNode, useMemo, useState } from 'react';
import { childPointer, type Pointer } from '../../json/pointer.ts';
import type { GenerationDetail, TextWindow } from '../../response/questions.ts';
import type { ChoiceRow, GenerationRow } from '../../response/rows.ts';
import { outputPlace } from '../../response/samplePlaces.ts';
import { useMatchRanges } from '../../state/matchRanges.ts';
import { useMatchAt } from '../../state/matchStep.ts';
import { useShownHit } from '../../state/search.ts';
import { useShownPlace } from '../../state/shownPlace.ts';
import { useDocument, useStore, useView } from '../../state/store.ts';
import type { TextMark } from '../../ui/markedPieces.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import { CallLines } from './CallLines.tsx';
import { DocumentText, type TextQuestion } from './DocumentText.tsx';
import styles from './GenerationPane.module.css';
import { isRawDifferent, knownOutput } from './generationShown.ts';
import { Reasoning } from './Reasoning.tsx';
import { RenderedOutput } from './RenderedOutput.tsx';

const shownAs = [
  { value: 'text', label: 'Text' },
  { value: 'markdown', label: 'Markdown' },
] as const;

export interface OutputTabProps {
  readonly row: GenerationRow;
  /** Of this generation, or of the one before until the answer is there. */
  readonly detail: GenerationDetail | undefined;
  /** The linked choice, once it is known. */
  readonly choice: ChoiceRow | undefined;
  readonly isRawShown: boolean;
}

export function OutputTab({ row, detail, choice, isRawShown }: OutputTabProps) {
  const document = useDocument();
  const isMarkdownShown = useStore((state) => state.preferences.isMarkdownShown);
  const { setPreferences } = useStore.getState();
  const current = detail?.position === row.position ? detail : undefined;
  const known = useMemo(() => knownOutput(document, row), [document, row]);
  const cut = row.finishReason?.class === 'length' ? <span className={styles.cut}>cut here</span> : undefined;

  const start: TextWindow | undefined = useMemo(() => {
    if (current) return current.output;
    return known === undefined ? detail?.output : { text: known, from: 0, totalLength: known.length };
  }, [current, known, detail]);

  const view = useView();
  const at = useMatchAt(document.id, row.position, view);
  const ranges = useMatchRanges(row.position, start, view);
  const hit = useShownHit(document.id, view.selection)?.place;
  const isHitHere = hit?.part === 'value' && hit.pointer === outputPlace(row);
  const found = isHitHere ? hit.range : undefined;
  // A hit of the search takes the place of the matches: it is what a person looks at now.
  const matches = useMemo(
    () =>
      found ? { ranges: [found], current: 0, title: 'found' } : { ranges, current: at, title: 'match of the filter' },
    [found, ranges, at],
  );
  const place = useShownPlace(document.id, row.position);
  const placeMarks = useMemo(
    () =>
      place && ranges.length === 0 && found === undefined
        ? [{ ...place, title: 'looked at in Compare', isCurrent: true }]
        : undefined,
    [place, ranges, found],
  );
  // Matches are places of the text as it is: it is shown for them, unless the person wants it rendered all the same.
  const filter = `${view.isPattern} ${view.isCaseMatched} ${view.filter} ${found !== undefined}`;
  const [renderedAt, setRenderedAt] = useState<string>();
  const isForMatches = isMarkdownShown && matches.ranges.length > 0 && renderedAt !== filter;
  const isRendered = isMarkdownShown && !isForMatches;

  if (isRawShown && current?.rawOutput !== undefined && isRawDifferent(current)) {
    const marks = stripMarks(current);
    return (
      <div className={styles.output}>
        <OutputHead choice={choice}>
          <span className={styles.caption}>
            Raw output
            {marks.length > 0
              ? ', with what was stripped marked'
              : ', which is not the output with white space stripped'}
          </span>
        </OutputHead>
        <DocumentText
          key={`${row.position} raw`}
          start={current.rawOutput}
          pointer={childPointer(row.pointer, 'raw_output')}
          testId="raw-output-text"
          marks={marks}
          after={cut}
        />
      </div>
    );
  }

  const sentence = outputSentence(row, start, document.failure?.place?.line);
  const text = (
    <DocumentText
      key={row.position}
      {...(placeMarks === undefined ? { matches } : { marks: placeMarks })}
      start={start ?? { text: '', from: 0, totalLength: 0 }}
      pointer={current && restOf(row)}
      testId="output-text"
      after={start === undefined ? undefined : cut}
    />
  );
  return (
    <div className={styles.output}>
      <OutputHead choice={choice}>
        {row.outputKind === 'text' && start?.totalLength !== 0 ? (
          <>
            <SegmentedControl
              label="Show output as"
              options={shownAs}
              value={isRendered ? 'markdown' : 'text'}
              onChange={(value) => {
                setPreferences({ isMarkdownShown: value === 'markdown' });
                setRenderedAt(value === 'markdown' ? filter : undefined);
              }}
            />
            {isRendered ? (
              <span className={styles.caption}>
                rendered, not verbatim{matches.ranges.length > 0 ? '; matches are not marked' : ''}
              </span>
            ) : isForMatches ? (
              <span className={styles.caption}>
                shown as text, with {found ? 'the hit of the search' : 'the matches of the filter'}
              </span>
            ) : null}
          </>
        ) : null}
      </OutputHead>
      {isRendered && start !== undefined && start.totalLength > 0 ? (
        <RenderedOutput key={document.id} output={start} verbatim={text} after={cut} />
      ) : (
        text
      )}
      {sentence === undefined ? null : (
        <p className={styles.sentence}>
          {sentence}
          {row.outputKind === 'other' && row.isChecked ? (
            <>
              {': '}
              <code data-testid="other-output">
                <PreviewText text={row.preview} />
                {row.isPreviewWhole ? '' : '…'}
              </code>
            </>
          ) : null}
        </p>
      )}
      {current?.refusal === undefined || row.outputKind === 'text' ? null : (
        <p className={styles.sentence}>
          The model refused: <PreviewText text={current.refusal.text} />
        </p>
      )}
      {current === undefined || current.calls.length === 0 ? null : <CallLines detail={current} />}
    </div>
  );
}

/** The line above an output. It is there before the choice is known, so that the reasoning finds its place and moves nothing. */
function OutputHead({ choice, children }: { readonly choice: ChoiceRow | undefined; readonly children: ReactNode }) {
  return (
    <div className={styles.outputHead}>
      <div className={styles.shownAs}>{children}</div>
      {choice === undefined ? null : <Reasoning choice={choice} />}
    </div>
  );
}

/** How the rest of a long output is asked for. The text of a choice may stand at several places. */
function restOf({ isChoice, pointer, position }: GenerationRow): Pointer | TextQuestion {
  if (!isChoice) return childPointer(pointer, 'output');
  return {
    key: `output ${position}`,
    ask: (questions, from, length) => questions.output(position, from, length),
  };
}

const absentSentences = {
  missing: 'The output is missing.',
  null: 'The output is null.',
  other: 'The output is not a string',
} as const;

/** What to say where there is no text to see. */
function outputSentence(
  row: GenerationRow,
  shown: TextWindow | undefined,
  brokenLine: number | undefined,
): string | undefined {
  if (row.isBroken) {
    const where = brokenLine === undefined ? '' : `, in line ${formatCount(brokenLine)}`;
    return `The text breaks off in this generation${where}. The tree and the source show what is there of it.`;
  }
  if (row.outputKind !== 'text') return row.isChecked ? absentSentences[row.outputKind] : undefined;
  if (shown?.totalLength !== 0 || (!row.isChecked && row.preview !== '')) return undefined;
  return row.toolCallCount > 0
    ? `The output is empty: the generation ${row.toolCallCount === 1 ? 'calls a tool' : `makes ${plural(row.toolCallCount, 'tool call')}`} instead.`
    : 'The output is empty.';
}

function stripMarks({ rawOutput, stripped }: GenerationDetail): readonly TextMark[] {
  if (rawOutput === undefined || stripped === undefined) return [];
  const { totalLength } = rawOutput;
  const title = 'stripped: not in the output';
  return [
    ...(stripped.leading > 0 ? [{ from: 0, to: stripped.leading, title }] : []),
    ...(stripped.trailing > 0 ? [{ from: totalLength - stripped.trailing, to: totalLength, title }] : []),
  ];
}
