// A small drawn shape in front of a word that says the same; shapes are told apart without colour. Knows no meaning.

import type { ReactNode } from 'react';
import styles from './ShapeSign.module.css';

export type SignShape = 'filled' | 'half-filled' | 'dashed' | 'ring' | 'triangle' | 'dash';

/** On a 12 × 12 grid. */
const shapes: Readonly<Record<SignShape, ReactNode>> = {
  filled: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  'half-filled': (
    <>
      <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" />
      <path d="M6 2.5a3.5 3.5 0 0 1 0 7Z" fill="currentColor" />
    </>
  ),
  dashed: (
    <circle cx="6" cy="6" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.93" />
  ),
  ring: <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.25" />,
  triangle: <path d="M6 2 10.5 10h-9Z" fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinejoin="round" />,
  dash: <path d="M2.5 6h7" fill="none" stroke="currentColor" strokeWidth="1.25" />,
};

export function ShapeSign({ shape }: { readonly shape: SignShape }) {
  return (
    <svg className={styles.sign} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[shape]}
    </svg>
  );
}
