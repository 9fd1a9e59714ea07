// Offers to estimate the tokens of generations that nothing counts, on demand: the encoding is a choice, its default a guess, the result marked.

import { useEffect, useMemo, useRef, useState } from 'react';
import { TaskStopped, type Tasks } from '../../analysis/tasks.ts';
import { type Encoding, encodings, guessEncoding } from '../../analysis/tokenEncoding.ts';
import type { Questions } from '../../response/questions.ts';
import { useQuestions } from '../../state/answer.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { estimable, isEstimable } from '../../state/estimates.ts';
import { type OfferedCommand, useOfferedCommands } from '../../state/offeredCommands.ts';
import { useStore } from '../../state/store.ts';
import { useTasks } from '../../state/task.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { plural } from '../../words/numbers.ts';
import { shortName } from '../../words/shortName.ts';
import styles from './UsageNotes.module.css';

/** Code units that are handed over at once. */
const batchLength = 200_000;

export function EstimateLine({ document }: { readonly document: OpenDocument }) {
  const questions = useQuestions();
  const tasks = useTasks();
  const { setEstimates } = useStore.getState();
  const model = document.providers.models.models[0];
  const guess = guessEncoding(model);
  const [chosen, setChosen] = useState<Encoding>();
  const encoding = chosen ?? guess.encoding;
  const [running, setRunning] = useState<{ readonly controller: AbortController; readonly done: number }>();
  const [problem, setProblem] = useState<string>();
  const last = useRef<AbortController>(undefined);
  // The worker that counts has nobody to count for any more.
  useEffect(() => () => last.current?.abort(), []);

  const { load, rows } = document;
  const isOffered = useMemo(() => load !== 'loading' && isEstimable({ rows }), [load, rows]);
  const estimated = document.rows.parts.overlay.estimates?.encoding;

  const start = (encoding: Encoding) => {
    const positions = estimable(document);
    const controller = new AbortController();
    last.current = controller;
    setProblem(undefined);
    setRunning({ controller, done: 0 });
    const lengths = positions.map((position) => document.rows.characters(position) || 0);
    count(questions, tasks, { encoding, positions, lengths }, controller.signal, (done) =>
      setRunning({ controller, done }),
    )
      .then(
        (counts) => {
          setEstimates(document.id, { encoding, counts });
          announce(`Tokens of ${plural(counts.size, 'generation')} estimated with ${encoding}`);
        },
        (reason: unknown) => {
          if (reason instanceof TaskStopped && reason.why === 'cancelled') return;
          setProblem(
            `The tokens could not be estimated: ${reason instanceof Error ? reason.message : String(reason)}.`,
          );
        },
      )
      .finally(() => setRunning((now) => (now?.controller === controller ? undefined : now)));
  };

  useOfferedCommands(() => {
    if (!isOffered) return [];
    if (running) return [estimateCommand('cancel', 'Cancel estimating tokens', () => running.controller.abort())];
    return [
      ...encodings
        .filter((one) => one !== estimated)
        .map((one) =>
          estimateCommand(one, `Estimate tokens with ${one}`, () => {
            setChosen(one);
            start(one);
          }),
        ),
      ...(estimated === undefined
        ? []
        : [estimateCommand('remove', 'Remove estimates', () => setEstimates(document.id, undefined))]),
    ];
  });

  if (!isOffered) return null;
  return (
    <div className={styles.line}>
      {running === undefined ? (
        <>
          <Button variant="outline" onClick={() => start(encoding)} disabled={estimated === encoding}>
            Estimate tokens
          </Button>
          <span aria-hidden="true">with</span>
          <MenuButton
            label="Encoding"
            variant="outline"
            selected={[encoding]}
            entries={encodings.map((one) => ({ id: one, label: one }))}
            onAction={(id) => setChosen(encodings.find((one) => one === id))}
          >
            {encoding}
          </MenuButton>
          {estimated === undefined || problem !== undefined ? (
            <span className={styles.quiet}>{problem ?? guessWords(chosen, guess.isKnown ? model : undefined)}</span>
          ) : (
            <Button variant="link" className={styles.link} onClick={() => setEstimates(document.id, undefined)}>
              Remove estimates
            </Button>
          )}
        </>
      ) : (
        <>
          <span>
            Estimating with {encoding}: {Math.floor(running.done * 100)} %
          </span>
          <Button variant="outline" onClick={() => running.controller.abort()}>
            Cancel
          </Button>
        </>
      )}
    </div>
  );
}

function estimateCommand(id: string, label: string, run: () => void): OfferedCommand {
  return { id: `estimate-${id}`, label, group: 'View', run };
}

function guessWords(chosen: Encoding | undefined, model: string | undefined): string {
  if (chosen !== undefined) return '';
  return model === undefined ? "a guess: the model's own is not known" : `guessed from ${shortName(model)}`;
}

interface Work {
  readonly encoding: Encoding;
  readonly positions: readonly number[];
  /** Code points of each output. */
  readonly lengths: readonly number[];
}

/** Tokens by place in `data`. Rejects with TaskStopped when it is cancelled. */
async function count(
  questions: Questions,
  tasks: Tasks,
  { encoding, positions, lengths }: Work,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  const all = Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  let done = 0;
  for (let from = 0; from < positions.length; ) {
    let to = from;
    let length = 0;
    while (to < positions.length && (to === from || length + (lengths[to] ?? 0) <= batchLength)) {
      length += lengths[to] ?? 0;
      to++;
    }
    const batch = positions.slice(from, to);
    const windows = await questions.outputs(batch, Number.MAX_SAFE_INTEGER);
    const texts = windows.map((window) => window?.text ?? '');
    const before = done;
    const found = await tasks.run(
      'countTokens',
      { encoding, texts },
      { signal, onProgress: (part) => onProgress((before + part * length) / all) },
    );
    batch.forEach((position, at) => {
      counts.set(position, found[at] ?? 0);
    });
    done += length;
    onProgress(done / all);
    from = to;
  }
  return counts;
}
