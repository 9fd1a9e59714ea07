// The choice of what counts as the answer, with what is suggested and why. A field or a pattern is typed here; one that is none is refused in words.

import { useState } from 'react';
import { longestPattern } from '../../../analysis/capture.ts';
import { patternProblem, problemSentence } from '../../../analysis/pattern.ts';
import {
  type AnswerKind,
  type AnswerRule,
  answerKinds,
  fieldPointer,
  ruleText,
} from '../../../analysis/vote/answerRule.ts';
import type { Suggestion } from '../../../analysis/vote/suggestRule.ts';
import { messageParts } from '../../../response/messageParts.ts';
import { useStore, useView } from '../../../state/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { CodeText } from '../../../ui/CodeText.tsx';
import { MenuButton } from '../../../ui/MenuButton.tsx';
import { formatCount } from '../../../words/numbers.ts';
import frame from '../TabFrame.module.css';
import styles from './VoteToolbar.module.css';

const kindNames: Readonly<Record<AnswerKind, string>> = {
  whole: 'Whole text',
  lastLine: 'Last line',
  boxed: '\\boxed{}',
  field: 'JSON field',
  label: 'Label',
  pattern: 'Regular expression',
};

const kindHints: Readonly<Record<AnswerKind, string>> = {
  whole: 'Everything that a sample says, as it is written',
  lastLine: 'The last line that says something, without white space around it',
  boxed: 'What stands in the last \\boxed{…}, with its braces in pairs',
  field: 'A value of the JSON that a sample is, or of its last fenced block; compared by value',
  label: 'The text without white space around it and punctuation at its end, whatever its case',
  pattern: 'The first group of the first match, or all of the match where the pattern has no group',
};

export interface VoteToolbarProps {
  readonly rule: AnswerRule | undefined;
  readonly suggestion: Suggestion | undefined;
}

export function VoteToolbar({ rule, suggestion }: VoteToolbarProps) {
  const { answerRule } = useView();
  // A kind that needs words of its own is chosen before it has any.
  const [asked, setAsked] = useState<'field' | 'pattern'>();
  const kind = asked ?? rule?.kind;
  const choose = (next: AnswerRule | undefined): void => {
    setAsked(undefined);
    useStore.getState().changeView(({ answerRule: _before, ...view }) => (next ? { ...view, answerRule: next } : view));
  };
  const isSuggested =
    rule !== undefined &&
    suggestion !== undefined &&
    ruleText(rule) === ruleText(suggestion.rule) &&
    asked === undefined;
  return (
    <>
      <span className={frame.labelled}>
        <span aria-hidden="true">Answer</span>
        <MenuButton
          label="What counts as the answer"
          variant="outline"
          selected={kind === undefined ? [] : [kind]}
          entries={answerKinds.map((one) => ({ id: one, label: kindNames[one], hint: kindHints[one] }))}
          onAction={(id) => {
            const next = answerKinds.find((one) => one === id);
            if (next === 'field' || next === 'pattern') setAsked(rule?.kind === next ? undefined : next);
            else if (next) choose({ kind: next });
          }}
        >
          {kind === undefined ? '–' : kindNames[kind]}
        </MenuButton>
      </span>
      {kind === 'field' || kind === 'pattern' ? (
        <RuleForm key={`${kind} ${rule && ruleText(rule)}`} kind={kind} rule={rule} onChoose={choose} />
      ) : null}
      {suggestion === undefined ? null : (
        <span className={styles.suggestion}>
          <span>
            Suggested: <CodeText parts={messageParts(suggestion.words)} />.
          </span>
          {isSuggested ? null : (
            <Button variant="link" onClick={() => choose(answerRule === undefined ? undefined : suggestion.rule)}>
              Take it
            </Button>
          )}
        </span>
      )}
    </>
  );
}

interface RuleFormProps {
  readonly kind: 'field' | 'pattern';
  readonly rule: AnswerRule | undefined;
  onChoose(rule: AnswerRule): void;
}

function RuleForm({ kind, rule, onChoose }: RuleFormProps) {
  const before =
    rule?.kind === kind ? (rule.kind === 'field' ? rule.pointer : rule.kind === 'pattern' ? rule.source : '') : '';
  const [draft, setDraft] = useState<string>(before);
  const [problem, setProblem] = useState<string>();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const read = kind === 'field' ? readField(draft) : readPattern(draft);
        if (typeof read === 'string') setProblem(read);
        else onChoose(read);
      }}
    >
      <input
        type="text"
        aria-label={kind === 'field' ? 'Place of the answer in the JSON' : 'Regular expression for the answer'}
        aria-invalid={problem === undefined ? undefined : true}
        className={styles.input}
        placeholder={kind === 'field' ? '/answer or result.answer' : 'score: (\\d+)'}
        value={draft}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <Button type="submit" variant="outline" disabled={draft === before && before !== ''}>
        Apply
      </Button>
      {problem === undefined ? null : (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </form>
  );
}

/** The rule that was typed, or why it is none. */
function readField(typed: string): AnswerRule | string {
  const pointer = fieldPointer(typed);
  return pointer === undefined
    ? 'Not a place: write a JSON Pointer such as /answer, or keys with points between.'
    : { kind: 'field', pointer };
}

function readPattern(source: string): AnswerRule | string {
  if (source === '') return 'Write a regular expression; its first group is the answer.';
  if (source.length > longestPattern) {
    return `A pattern has at most ${longestPattern} characters, because it stands in the address; this one has ${formatCount(source.length)}.`;
  }
  const problem = patternProblem({ source, isCaseMatched: true });
  return problem ? problemSentence(problem) : { kind: 'pattern', source };
}
