// Single facts about a generation, for the line above its output and for the list that the line opens to. Each selects its place.

import type { Link } from '../../response/model.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { outputPlace } from '../../response/samplePlaces.ts';
import { linkShapes } from '../../state/linkShapes.ts';
import { tokenSourceWords } from '../../state/tokenSourceWords.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { ShapeSign } from '../../ui/ShapeSign.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import { shortName } from '../../words/shortName.ts';
import styles from './facts.module.css';
import { finishSeverity, finishWords } from './finishWords.ts';
import { PlaceButton } from './PlaceButton.tsx';

export interface FinishReasonProps {
  readonly reason: NonNullable<GenerationRow['finishReason']>;
  /** It is the start of a longer one. */
  readonly isCut?: boolean | undefined;
}

/** The reason as it is written, with its sign where it is no ordinary one. */
export function FinishReason({ reason, isCut = false }: FinishReasonProps) {
  const severity = finishSeverity(reason.class);
  const name = shortName(reason.raw, undefined, isCut);
  return (
    <PlaceButton pointer={reason.pointer} title={finishWords(reason.class)}>
      {severity === undefined ? (
        name
      ) : (
        <span className={classNames(styles.finish, styles[severity])}>
          {name}
          <SeverityIcon severity={severity}> </SeverityIcon>
        </span>
      )}
    </PlaceButton>
  );
}

interface TokensProps {
  readonly tokens: NonNullable<GenerationRow['tokens']>;
  /** What is counted stands nowhere else. */
  readonly hasUnit?: boolean;
}

export function Tokens({ tokens, hasUnit = false }: TokensProps) {
  return (
    <PlaceButton pointer={tokens.pointer} title={tokenSourceWords(tokens)}>
      {tokens.from === 'estimated' ? '≈' : ''}
      {hasUnit ? plural(tokens.count, 'token') : formatCount(tokens.count)}
    </PlaceButton>
  );
}

/** Nothing where the output is no text. */
export function Characters({ row }: { readonly row: GenerationRow }) {
  if (row.characters === undefined) return null;
  return <PlaceButton pointer={outputPlace(row)}>{plural(row.characters, 'character')}</PlaceButton>;
}

interface LinkWordProps {
  readonly link: Link;
  /** The evidence, where it stands nowhere else. */
  readonly title?: string | undefined;
}

/** How sure the link is, which leads to the other side, and whether a person set it. */
export function LinkWord({ link, title }: LinkWordProps) {
  const place = link.text ?? link.choice;
  return (
    <>
      <span className={styles.link} data-word={link.word}>
        <ShapeSign shape={linkShapes[link.word]} />
        {place === undefined ? (
          <span className={styles.word} title={title}>
            {link.word}
          </span>
        ) : (
          <PlaceButton pointer={place} title={title} className={styles.word}>
            {link.word}
          </PlaceButton>
        )}
      </span>
      {link.pin === undefined ? null : <Tag tone="accent">set by you</Tag>}
    </>
  );
}

export interface RawSwitchProps {
  readonly isShown: boolean;
  readonly onShown: (isShown: boolean) => void;
}

export function RawSwitch({ isShown, onShown }: RawSwitchProps) {
  return (
    <Button variant="link" className={styles.inline} aria-pressed={isShown} onClick={() => onShown(!isShown)}>
      Show raw output
    </Button>
  );
}
