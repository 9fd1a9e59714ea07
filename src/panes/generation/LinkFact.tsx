// Where a generation came from: how sure the link is, on what evidence, with the places it names as buttons, and the way to set another.

import { useId, useLayoutEffect, useRef, useState } from 'react';
import { placesIn } from '../../response/placeName.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { linkShapes } from '../../state/linkShapes.ts';
import { Button } from '../../ui/Button.tsx';
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
        <Evidence key={row.position} sentence={link?.evidence ?? ''} />
      </dd>
    </div>
  );
}

/** The sentence in three lines, which hold most; a longer one says so and opens. */
function Evidence({ sentence }: { readonly sentence: string }) {
  const [isWhole, setWhole] = useState(false);
  const [isCut, setCut] = useState(false);
  const words = useRef<HTMLParagraphElement>(null);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sentence is measured again
  useLayoutEffect(() => {
    const element = words.current;
    if (element === null) return;
    const measure = () => {
      // While it is used it stands open by itself.
      if (element.dataset.whole === undefined && !element.matches(':focus-within'))
        setCut(element.scrollHeight > element.clientHeight + 1);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [sentence, isWhole]);
  return (
    <>
      <p ref={words} id={id} className={styles.evidence} data-whole={isWhole || undefined}>
        {placesIn(sentence).map(({ text, pointer }, at) =>
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
      {isCut ? (
        <Button
          variant="link"
          className={styles.more}
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Less of the evidence' : 'All of the evidence'}
        </Button>
      ) : null}
    </>
  );
}
