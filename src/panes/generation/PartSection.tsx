// A part of a generation as a titled text: the start of a long one with how much there is of it, and the way to all of it.

import { type ReactNode, useState } from 'react';
import { pointerKeys } from '../../json/pointer.ts';
import type { GenerationPart, PartKind } from '../../response/generationParts.ts';
import type { TextWindow } from '../../response/questions.ts';
import { useAnswer, useQuestions } from '../../state/answer.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount } from '../../words/numbers.ts';
import type { TextQuestion } from './DocumentText.tsx';
import styles from './PartSection.module.css';
import { TextSection } from './TextSection.tsx';
import { wholeOf, wholeText } from './wholeText.ts';

export interface PartSectionProps {
  readonly position: number;
  readonly kind: PartKind;
  readonly at: number;
  /** Undefined until it is known. */
  readonly part: GenerationPart | undefined;
  /** Said instead of a name that is not there. */
  readonly noName: string;
  readonly nameClass?: string | undefined;
  readonly remark?: ReactNode;
  readonly emptyWords: string;
  /** Name of the button that copies the text, by what the part is called. */
  readonly copyLabel: (name: string) => string;
  /** How a text that is here whole is laid out; itself where absent. */
  readonly layOut?: ((text: string) => string) | undefined;
  /** Whether its buttons are stops of the Tab key. */
  readonly isTabStop: boolean;
}

/** Longer texts are shown as written: laying them out would cost more than it shows. */
const longestLaidOut = 200_000;

/** Give it a `key` of the part: how much of it is shown is its own. */
export function PartSection(props: PartSectionProps) {
  const { position, kind, at, part, noName, remark, emptyWords, copyLabel, layOut, isTabStop } = props;
  const questions = useQuestions();
  const [isAllShown, setAllShown] = useState(false);
  const canLayOut = layOut !== undefined && (part?.text.totalLength ?? 0) <= longestLaidOut;
  const ask: TextQuestion = {
    key: `part ${position} ${kind} ${at}`,
    ask: (asked, from, length) => asked.partText(position, kind, at, from, length),
  };
  // Of a text that is laid out all is needed at once.
  const rest = useAnswer(isAllShown && canLayOut ? `whole ${ask.key}` : undefined, (asked) =>
    wholeOf((from, length) => ask.ask(asked, from, length)),
  );
  if (part === undefined) return <div className={styles.waiting} />;
  const { pointer, name, text } = part;
  const title = name === undefined || name.totalLength === 0 ? noName : name.text;
  const whole = isWhole(text) ? text.text : rest.value;
  const laidOut = whole === undefined || !canLayOut ? undefined : layOut(whole);
  const isLaidOut = laidOut !== undefined && laidOut !== whole;
  const shown = laidOut ?? whole ?? text.text;
  const start: TextWindow =
    isAllShown && whole === undefined ? text : { text: shown, from: 0, totalLength: shown.length };
  const stop = isTabStop ? undefined : -1;
  return (
    <TextSection
      title={<PreviewText text={title} className={props.nameClass} />}
      remark={remark}
      before={
        name === undefined || isWhole(name) ? undefined : (
          <p className={styles.cut}>
            The start of a name of {formatCount(name.totalLength)} code units.
            <CopyButton
              label="Copy the whole name"
              variant="outline"
              tabIndex={stop}
              text={() =>
                part.namePointer === undefined
                  ? (pointerKeys(pointer).at(-1) ?? '')
                  : wholeText(questions, part.namePointer)
              }
            >
              Copy the whole name
            </CopyButton>
          </p>
        )
      }
      pointer={pointer}
      text={start}
      rest={isAllShown && !canLayOut ? ask : undefined}
      isLayoutOurs={isLaidOut}
      emptyWords={emptyWords}
      copyLabel={copyLabel(title)}
      copy={isWhole(text) ? text.text : () => wholeOf((from, length) => ask.ask(questions, from, length))}
      tabIndex={stop}
      after={
        isWhole(text) || isAllShown ? undefined : (
          <p className={styles.cut}>
            The first {formatCount(text.text.length)} of {formatCount(text.totalLength)} code units. Copy gives all of
            it.
            <Button variant="outline" tabIndex={stop} onClick={() => setAllShown(true)}>
              Show all
            </Button>
          </p>
        )
      }
    />
  );
}

/** The start of an id, which says how long it is where it is cut. */
export function PartId({ id }: { readonly id: TextWindow }) {
  return (
    <>
      <PreviewText text={id.text} className={styles.id} />
      {!isWhole(id) ? ` the start of an id of ${formatCount(id.totalLength)} code units` : null}
    </>
  );
}

export function isWhole({ text, totalLength }: TextWindow): boolean {
  return text.length === totalLength;
}
