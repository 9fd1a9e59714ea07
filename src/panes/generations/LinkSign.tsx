// How sure the link to a choice is: a drawn sign and its word, with the evidence as the tooltip.

import type { Link } from '../../response/model.ts';
import { linkShapes } from '../../state/linkShapes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ShapeSign } from '../../ui/ShapeSign.tsx';
import { tip } from '../../ui/tip.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './LinkSign.module.css';

/** An en dash until the generation was linked. */
export function LinkSign({ link }: { readonly link: Link | undefined }) {
  if (link === undefined) return <span className={styles.unknown}>–</span>;
  return (
    <span className={styles.link} data-word={link.word} {...(link.evidence === '' ? {} : tip(link.evidence))}>
      <ShapeSign shape={linkShapes[link.word]} />
      {link.pin === undefined ? null : (
        // Before the word: a narrow column cuts the end.
        <span className={styles.pin}>
          <Icon name="pencil" />
          <VisuallyHidden>set by you</VisuallyHidden>
        </span>
      )}
      <span className={styles.word}>{link.word}</span>
    </span>
  );
}
