// The short facts about a generation above its output. Every value selects its place; rows are there before their values.

import type { ReactNode } from 'react';
import { childPointer } from '../../json/pointer.ts';
import type { Issue } from '../../response/model.ts';
import type { GenerationDetail } from '../../response/questions.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { tokenSourceWords } from '../../state/tokenSourceWords.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import { finishSeverity, finishWords } from './finishWords.ts';
import styles from './GenerationFacts.module.css';
import { isRawDifferent, rawWords } from './generationShown.ts';
import { LinkFact } from './LinkFact.tsx';
import { PlaceButton } from './PlaceButton.tsx';

export interface GenerationFactsProps {
  readonly row: GenerationRow;
  readonly detail: GenerationDetail | undefined;
  readonly issues: readonly Issue[];
  readonly isRawShown: boolean;
  readonly onRawShown: (isShown: boolean) => void;
}

export function GenerationFacts({ row, detail, issues, isRawShown, onRawShown }: GenerationFactsProps) {
  return (
    <dl className={styles.facts}>
      <Fact name="Finish reason">
        <FinishFact row={row} />
      </Fact>
      <Fact name="Tokens">
        <SizeFact row={row} />
      </Fact>
      <Fact name="Model config">
        {row.modelConfigId === undefined ? (
          <Missing row={row} />
        ) : (
          <PlaceButton pointer={childPointer(row.pointer, 'model_config_id')} className={styles.data}>
            <PreviewText text={row.modelConfigId} />
          </PlaceButton>
        )}
      </Fact>
      <LinkFact row={row} />
      <Fact name="Raw output">
        {detail === undefined ? (
          <Quiet>–</Quiet>
        ) : (
          <>
            {detail.rawOutput === undefined ? (
              <Quiet>{row.isBroken ? '–' : rawWords(detail)}</Quiet>
            ) : (
              <PlaceButton pointer={childPointer(row.pointer, 'raw_output')}>{rawWords(detail)}</PlaceButton>
            )}
            {isRawDifferent(detail) ? (
              <Button
                variant="link"
                className={styles.inline}
                aria-pressed={isRawShown}
                onClick={() => onRawShown(!isRawShown)}
              >
                Show raw output
              </Button>
            ) : null}
          </>
        )}
      </Fact>
      <Fact name="Issues">
        <IssuesFact row={row} issues={issues} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return <span className={styles.quiet}>{children}</span>;
}

/** Not there, or not known yet. */
function Missing({ row }: { readonly row: GenerationRow }) {
  return <Quiet>{row.isChecked ? 'not given' : '–'}</Quiet>;
}

function FinishFact({ row }: { readonly row: GenerationRow }) {
  const finish = row.finishReason;
  if (finish === undefined) return <Missing row={row} />;
  const severity = finishSeverity(finish.class);
  return (
    <>
      <PlaceButton pointer={finish.pointer}>
        {severity === undefined ? (
          finish.raw
        ) : (
          <span className={classNames(styles.finish, styles[severity])}>
            {finish.raw}
            <SeverityIcon severity={severity}> </SeverityIcon>
          </span>
        )}
      </PlaceButton>
      <Quiet>{finishWords(finish.class)}</Quiet>
    </>
  );
}

function SizeFact({ row }: { readonly row: GenerationRow }) {
  return (
    <span className={styles.sizes}>
      {row.tokens === undefined ? (
        <Quiet>–</Quiet>
      ) : (
        <PlaceButton pointer={row.tokens.pointer} title={tokenSourceWords(row.tokens)}>
          {row.tokens.from === 'estimated' ? '≈' : ''}
          {formatCount(row.tokens.count)}
        </PlaceButton>
      )}
      {row.characters === undefined ? null : (
        <>
          <Quiet>·</Quiet>
          <PlaceButton pointer={childPointer(row.pointer, 'output')}>{plural(row.characters, 'character')}</PlaceButton>
        </>
      )}
      {row.words === undefined ? null : (
        <>
          <Quiet>·</Quiet>
          <span>{plural(row.words, 'word')}</span>
        </>
      )}
    </span>
  );
}

/** So many issues are buttons; the others are in the pane "Issues". */
const mostIssues = 6;

function IssuesFact({ row, issues }: { readonly row: GenerationRow; readonly issues: readonly Issue[] }) {
  const { error, warning, info } = row.issues;
  const total = Math.max(issues.length, error + warning + info);
  if (total === 0) return <Quiet>{row.isChecked ? 'none' : '–'}</Quiet>;
  const shown = issues.slice(0, mostIssues);
  const list = (
    <span className={styles.issues}>
      {shown.map((issue, at) => (
        <PlaceButton
          // biome-ignore lint/suspicious/noArrayIndexKey: a check may find the same thing twice in one place
          key={`${issue.id}${issue.pointer}${at}`}
          pointer={issue.pointer}
          title={issue.isFoundBefore ? `${issue.message} Found before your change of a link.` : issue.message}
          className={styles.issue}
        >
          <SeverityIcon severity={issue.severity}>
            <span className={styles.data}>{issue.id}</span>
          </SeverityIcon>
          {shown.length > 2 ? null : <span className={styles.message}>{issue.message}</span>}
        </PlaceButton>
      ))}
      {total > shown.length ? <Quiet>{formatCount(total - shown.length)} more</Quiet> : null}
    </span>
  );
  const older = new Set(issues.filter((issue) => issue.isFoundBefore).map((issue) => issue.id));
  if (older.size === 0) return list;
  return (
    <div className={styles.before}>
      {list}
      <p className={styles.older}>{[...older].join(', ')} found before your change of a link</p>
    </div>
  );
}
