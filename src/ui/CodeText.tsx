// A sentence in which some parts are set in the type of data. Knows nothing of what they are.

import styles from './CodeText.module.css';

export interface CodeTextProps {
  readonly parts: readonly { readonly text: string; readonly isCode: boolean }[];
}

export function CodeText({ parts }: CodeTextProps) {
  return parts.map(({ text, isCode }, at) =>
    isCode ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
      <code key={at} className={styles.code}>
        {text}
      </code>
    ) : (
      text
    ),
  );
}
