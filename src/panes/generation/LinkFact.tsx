// Where a generation came from: how sure the link is, on what evidence, with the places it names as buttons, and the way to set another.

import { useId, useState } from 'react';
import { placesIn } from '../../response/placeName.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ChangeLink } from './ChangeLink.tsx';
import { LinkWord } from './facts.tsx';
import styles from './LinkFact.module.css';
import { PlaceButton } from './PlaceButton.tsx';

/** Nobody doubts a certain link: its evidence stays folded until somebody asks. */
export function LinkFact({ row }: { readonly row: GenerationRow }) {
  const { link } = row;
  const [isUnfolded, setUnfolded] = useState(false);
  const id = useId();
  const isFoldable = link?.word === 'certain' && link.pin === undefined;
  return (
    <div className={styles.fact}>
      <dt>Link</dt>
      <dd>
        <p className={styles.line}>
          {link === undefined ? '–' : <LinkWord link={link} />}
          {link?.isShared ? <Tag>shared with others</Tag> : null}
          {isFoldable ? (
            <Button
              variant="link"
              className={styles.more}
              aria-expanded={isUnfolded}
              aria-controls={isUnfolded ? id : undefined}
              onClick={() => setUnfolded(!isUnfolded)}
            >
              Evidence
            </Button>
          ) : null}
          {link === undefined || row.isChoice ? null : <ChangeLink row={row} />}
        </p>
        {link === undefined || (isFoldable && !isUnfolded) ? null : (
          <p id={id} className={styles.evidence}>
            {placesIn(link.evidence).map(({ text, pointer }, at) =>
              pointer === undefined ? (
                text
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a sentence may name a place twice
                <PlaceButton key={at} pointer={pointer} className={styles.place}>
                  {text}
                </PlaceButton>
              ),
            )}
          </p>
        )}
      </dd>
    </div>
  );
}
