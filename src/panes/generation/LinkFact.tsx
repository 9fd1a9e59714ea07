// Where a generation came from: how sure the link is, on what evidence, with the places it names as buttons, and the way to set another.

import { placesIn } from '../../response/placeName.ts';
import type { GenerationRow } from '../../response/report.ts';
import { linkShapes } from '../../state/linkShapes.ts';
import { ShapeSign } from '../../ui/ShapeSign.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ChangeLink } from './ChangeLink.tsx';
import styles from './LinkFact.module.css';
import { PlaceButton } from './PlaceButton.tsx';

export function LinkFact({ row }: { readonly row: GenerationRow }) {
  const { link } = row;
  const place = link?.text ?? link?.choice;
  return (
    <div className={styles.fact}>
      <dt>Link</dt>
      <dd>
        {link === undefined ? (
          <p className={styles.line}>–</p>
        ) : (
          <p className={styles.line} data-word={link.word}>
            <ShapeSign shape={linkShapes[link.word]} />
            {place === undefined ? (
              <span className={styles.word}>{link.word}</span>
            ) : (
              <PlaceButton pointer={place} className={styles.word}>
                {link.word}
              </PlaceButton>
            )}
            {link.pin === undefined ? null : <Tag tone="accent">set by you</Tag>}
            {link.isShared ? <Tag>shared with others</Tag> : null}
            <ChangeLink row={row} />
          </p>
        )}
        <p className={styles.evidence}>
          {placesIn(link?.evidence ?? '').map(({ text, pointer }, at) =>
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
      </dd>
    </div>
  );
}
