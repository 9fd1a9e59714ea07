// A titled text of a generation: an input, a message, the arguments of a call. The title selects its place; copy gives all of it.

import type { ReactNode } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import type { TextWindow } from '../../response/questions.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { DocumentText, type TextQuestion } from './DocumentText.tsx';
import { PlaceButton } from './PlaceButton.tsx';
import styles from './TextSection.module.css';

export interface TextSectionProps {
  readonly title: ReactNode;
  /** Quiet words behind the title. */
  readonly remark?: ReactNode;
  readonly pointer: Pointer;
  readonly text: string | TextWindow;
  /** Said instead of an empty text. */
  readonly emptyWords: string;
  readonly copyLabel: string;
  readonly copy: string | (() => Promise<string>);
  readonly isLayoutOurs?: boolean | undefined;
  /** How the rest of a text that begins in `text` is asked for, where it stands at no single place. */
  readonly rest?: TextQuestion | undefined;
  readonly tabIndex?: number | undefined;
  /** Above and below the text. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

export function TextSection(props: TextSectionProps) {
  const { title, remark, pointer, text, emptyWords, copyLabel, copy, isLayoutOurs, rest, tabIndex, before, after } =
    props;
  const start = typeof text === 'string' ? { text, from: 0, totalLength: text.length } : text;
  return (
    <section className={styles.section}>
      <header className={styles.head}>
        <h3 className={styles.title}>
          <PlaceButton pointer={pointer} tabIndex={tabIndex}>
            {title}
          </PlaceButton>
        </h3>
        <span className={styles.remark}>{remark}</span>
        <CopyButton label={copyLabel} text={copy} tabIndex={tabIndex} />
      </header>
      <div className={styles.body}>
        {before}
        {start.totalLength === 0 ? (
          <p className={styles.empty}>{emptyWords}</p>
        ) : (
          <DocumentText
            start={start}
            pointer={rest ?? (typeof text === 'string' ? undefined : pointer)}
            isLayoutOurs={isLayoutOurs}
          />
        )}
        {after}
      </div>
    </section>
  );
}
