// How sure the link to a choice is: a drawn sign and its word, with the evidence as the tooltip.

import type { Link, LinkWord } from '../../response/model.ts';
import { tip } from '../../ui/tip.ts';
import styles from './LinkMark.module.css';

/** Signs on a 12 × 12 grid: filled, half-filled, dashed ring, ring, triangle, dash. Each differs in shape, not in colour alone. */
const signs: Readonly<Record<LinkWord, React.ReactNode>> = {
  certain: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  'by text': (
    <>
      <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" />
      <path d="M6 2.5a3.5 3.5 0 0 1 0 7Z" fill="currentColor" />
    </>
  ),
  ambiguous: (
    <circle cx="6" cy="6" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.93" />
  ),
  'by position': <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.25" />,
  conflict: <path d="M6 2 10.5 10h-9Z" fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinejoin="round" />,
  none: <path d="M2.5 6h7" fill="none" stroke="currentColor" strokeWidth="1.25" />,
};

/** An en dash until the generation was linked. */
export function LinkMark({ link }: { readonly link: Link | undefined }) {
  if (link === undefined) return <span className={styles.unknown}>–</span>;
  return (
    <span className={styles.link} data-word={link.word} {...(link.evidence === '' ? {} : tip(link.evidence))}>
      <svg className={styles.sign} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {signs[link.word]}
      </svg>
      <span className={styles.word}>{link.word}</span>
    </span>
  );
}
