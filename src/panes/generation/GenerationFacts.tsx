// What is known of a generation, in one line above its output; it opens to the whole list, and stays as a person left it.

import { Fragment, useId } from 'react';
import { plainMessage } from '../../response/messageParts.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import type { FactListProps } from './FactList.tsx';
import { Characters, FinishReason, LinkWord, RawSwitch, Tokens } from './facts.tsx';
import styles from './GenerationFacts.module.css';
import type { OwnIssues } from './ownIssues.ts';
import { PlaceButton } from './PlaceButton.tsx';

const factList = preloadable(() => import('./FactList.tsx').then((module) => module.FactList));
// Who left the list open sees it at once: below it nothing moves.
if (useStore.getState().preferences.areFactsOpen) factList.preload();

export function GenerationFacts(props: FactListProps) {
  const isOpen = useStore((state) => state.preferences.areFactsOpen);
  const id = useId();
  return (
    <div className={styles.facts}>
      {isOpen ? (
        <div id={id}>
          <factList.Part {...props} />
        </div>
      ) : (
        <FactLine {...props} />
      )}
      <Button
        variant="link"
        className={styles.toggle}
        aria-label="Facts"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => useStore.getState().setPreferences({ areFactsOpen: !isOpen })}
      >
        <span className={styles.toggleWord}>Facts</span>
        <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} />
      </Button>
    </div>
  );
}

function FactLine({ row, issues, isRawShown, onRawShown }: FactListProps) {
  const { finishReason, tokens, characters, link } = row;
  const facts = [
    finishReason && <FinishReason reason={finishReason} isCut={row.cut?.includes('finish')} />,
    tokens && <Tokens tokens={tokens} hasUnit />,
    characters !== undefined && <Characters row={row} />,
    link && <LinkWord link={link} title={link.evidence} />,
    isRawShown && <RawSwitch isShown onShown={onRawShown} />,
  ].filter(Boolean);
  return (
    <p className={styles.line}>
      {facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have one order
        <Fragment key={at}>
          {at === 0 ? null : <span className={styles.dot}>·</span>}
          {fact}
        </Fragment>
      ))}
      <WorstIssue row={row} issues={issues} />
    </p>
  );
}

/** Errors and warnings are never folded away: how many of the worst kind, which leads to the first. */
function WorstIssue({ row, issues }: { readonly row: GenerationRow; readonly issues: OwnIssues }) {
  const severity = (['error', 'warning'] as const).find((one) => row.issues[one] > 0);
  const first = issues.first.find((issue) => issue.severity === severity);
  if (severity === undefined || first === undefined) return null;
  const count = row.issues[severity];
  return (
    <PlaceButton pointer={first.pointer} title={plainMessage(first.message)} className={styles.issue}>
      <SeverityIcon severity={severity}>
        <span aria-hidden="true">{formatCount(count)}</span>
        <VisuallyHidden>{plural(count, severity)}</VisuallyHidden>
      </SeverityIcon>
    </PlaceButton>
  );
}
