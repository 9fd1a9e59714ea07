// The examples as a list of buttons, each with a small picture of its outputs' lengths. Reserves its height before the list is there.

import { useEffect, useState } from 'react';
import { formatBytes } from '../../words/numbers.ts';
import { type Example, examples, openExample } from '../opening/examples.ts';
import styles from './ExampleList.module.css';

const rowCount = 6;

export function useExamples(): readonly Example[] {
  const [list, setList] = useState<readonly Example[]>([]);
  // The network: the list of examples is a file of its own.
  useEffect(() => {
    let isMounted = true;
    void examples().then((loaded) => isMounted && setList(loaded));
    return () => {
      isMounted = false;
    };
  }, []);
  return list;
}

export function ExampleList() {
  const list = useExamples();
  return (
    <ul className={styles.list} style={{ minHeight: rowCount * 56 }}>
      {list.map((example) => (
        <li key={example.file}>
          <button type="button" className={styles.example} onClick={() => void openExample(example)}>
            <Shape lengths={example.shape} />
            <span className={styles.words}>
              <span className={styles.title}>{example.title}</span>
              <span className={styles.note}>{example.note}</span>
            </span>
            <span className={styles.size}>{formatBytes(example.bytes)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** One bar per sample, as long as its output is; no more bars than fit. */
function Shape({ lengths }: { readonly lengths: readonly number[] }) {
  const shown = lengths.slice(0, 8);
  const pitch = 32 / shown.length;
  const height = Math.max(2, Math.min(7, pitch - 1.5));
  return (
    <svg className={styles.shape} width="84" height="32" viewBox="0 0 84 32" aria-hidden="true">
      {shown.map((length, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other identity and never move
        <rect key={at} x="0" y={at * pitch} width={Math.max(2, length * 84)} height={height} />
      ))}
    </svg>
  );
}
