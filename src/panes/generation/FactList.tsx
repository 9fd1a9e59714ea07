// All short facts about a generation, as a list: what the line above its output opens to. Rows are there before their values.

import type { ReactNode } from 'react';
import { childPointer } from '../../json/pointer.ts';
import { messageParts, plainMessage } from '../../response/messageParts.ts';
import type { GenerationDetail } from '../../response/questions.ts';
import type { CutName, GenerationRow } from '../../response/rows.ts';
import { useQuestions } from '../../state/answer.ts';
import { CodeText } from '../../ui/CodeText.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import styles from './FactList.module.css';
import { Characters, FinishReason, RawSwitch, Tokens } from './facts.tsx';
import { finishWords } from './finishWords.ts';
import { isRawDifferent, rawWords } from './generationShown.ts';
import { LinkFact } from './LinkFact.tsx';
import type { OwnIssues } from './ownIssues.ts';
import { PlaceButton } from './PlaceButton.tsx';
import { wholeText } from './wholeText.ts';

export interface FactListProps {
  readonly row: GenerationRow;
  readonly detail: GenerationDetail | undefined;
  readonly issues: OwnIssues;
  readonly isRawShown: boolean;
  readonly onRawShown: (isShown: boolean) => void;
}

export function FactList({ row, detail, issues, isRawShown, onRawShown }: FactListProps) {
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
            {isRawDifferent(detail) ? <RawSwitch isShown={isRawShown} onShown={onRawShown} /> : null}
          </>
        )}
      </Fact>
      {row.cut === undefined ? null : (
        <Fact name="Long names">
          <CutNames row={row} cut={row.cut} />
        </Fact>
      )}
      <Fact name="Issues">
        <IssuesFact row={row} issues={issues} />
      </Fact>
    </dl>
  );
}

const cutWords: Readonly<Record<CutName, string>> = { id: 'id', model: 'model config', finish: 'finish reason' };

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
  return (
    <>
      <FinishReason reason={finish} isCut={row.cut?.includes('finish')} />
      <Quiet>{finishWords(finish.class)}</Quiet>
    </>
  );
}

/** What the row holds the start of, with a way to its place and to all of it. */
function CutNames({ row, cut }: { readonly row: GenerationRow; readonly cut: readonly CutName[] }) {
  const questions = useQuestions();
  const held = { id: row.id, model: row.modelConfigId, finish: row.finishReason?.raw };
  const places = {
    id: childPointer(row.pointer, 'id'),
    model: childPointer(row.pointer, 'model_config_id'),
    finish: row.finishReason?.pointer ?? childPointer(row.pointer, 'finish_reason'),
  };
  return (
    <ul className={styles.cutNames}>
      {cut.map((name) => (
        <li key={name} className={styles.cutName}>
          <PlaceButton pointer={places[name]}>{cutWords[name]}</PlaceButton>
          <Quiet>the first {formatCount(held[name]?.length ?? 0)} code units are shown</Quiet>
          <CopyButton
            label={`Copy the whole ${cutWords[name]}`}
            variant="outline"
            text={() => wholeText(questions, places[name])}
          >
            Copy all of it
          </CopyButton>
        </li>
      ))}
    </ul>
  );
}

function SizeFact({ row }: { readonly row: GenerationRow }) {
  return (
    <span className={styles.sizes}>
      {row.tokens === undefined ? <Quiet>–</Quiet> : <Tokens tokens={row.tokens} />}
      {row.characters === undefined ? null : <Quiet>·</Quiet>}
      <Characters row={row} />
      {row.words === undefined ? null : (
        <>
          <Quiet>·</Quiet>
          <span>{plural(row.words, 'word')}</span>
        </>
      )}
    </span>
  );
}

function IssuesFact({ row, issues }: { readonly row: GenerationRow; readonly issues: OwnIssues }) {
  const { error, warning, info } = row.issues;
  const total = Math.max(issues.count, error + warning + info);
  if (total === 0) return <Quiet>{row.isChecked ? 'none' : '–'}</Quiet>;
  const { first: shown, older } = issues;
  const list = (
    <span className={styles.issues}>
      {shown.map((issue, at) => (
        <PlaceButton
          // biome-ignore lint/suspicious/noArrayIndexKey: a check may find the same thing twice in one place
          key={`${issue.id}${issue.pointer}${at}`}
          pointer={issue.pointer}
          title={`${plainMessage(issue.message)}${issue.isFoundBefore ? ' Found before your change of a link.' : ''}`}
          className={styles.issue}
        >
          <SeverityIcon severity={issue.severity}>
            <span className={styles.data}>{issue.id}</span>
          </SeverityIcon>
          {shown.length > 2 ? null : (
            <span className={styles.message}>
              <CodeText parts={messageParts(issue.message)} />
            </span>
          )}
        </PlaceButton>
      ))}
      {total > shown.length ? <Quiet>{formatCount(total - shown.length)} more</Quiet> : null}
    </span>
  );
  if (older.length === 0) return list;
  return (
    <div className={styles.before}>
      {list}
      <p className={styles.older}>{older.join(', ')} found before your change of a link</p>
    </div>
  );
}
