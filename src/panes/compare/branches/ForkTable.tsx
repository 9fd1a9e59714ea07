// The forks of the graph as a table: after which words texts part, which ways they go, how many and which. Says all that the picture does.

import {
  type BranchGraph,
  type BranchNode,
  type Way as BranchWay,
  end,
  start,
} from '../../../analysis/branches/graph.ts';
import { tip } from '../../../ui/tip.ts';
import { PreviewText } from '../../../ui/VisibleText.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { formatCount, plural } from '../../../words/numbers.ts';
import { type DrawnTexts, whoSays } from './drawnTexts.ts';
import styles from './ForkTable.module.css';

export interface ForkTableProps {
  readonly graph: BranchGraph;
  readonly drawn: DrawnTexts;
  readonly pinned: ReadonlySet<number>;
  readonly lit: ReadonlySet<number> | undefined;
  /** What is not in the picture, or not exact in it. */
  readonly notes: readonly string[];
  onLight(texts: readonly number[] | undefined): void;
  onPin(texts: readonly number[], isAdding: boolean): void;
}

/** Of samples in the picture: of more, the share of each way says more than squares. */
const mostSquares = 12;
/** With the gap after it. */
const squarePixels = 7;
/** Beside a way: all of so many, else a few and how many more. */
const mostNames = 8;
const fewNames = 2;
const mostNamesInTip = 20;

export function ForkTable({ graph, drawn, pinned, lit, notes, onLight, onPin }: ForkTableProps) {
  const { forks, sampleCount, pathCount, joinCount } = graph;
  const wordsOf = (node: number): string => {
    const found = graph.nodes[node];
    return found === undefined ? (node === start ? '(start)' : '(end)') : textOf(found, drawn.texts);
  };
  return (
    <section className={styles.forks} aria-label="Forks">
      <div className={styles.head}>
        <h3 className={styles.title}>Forks</h3>
        <span className={styles.count}>{formatCount(forks.length)}</span>
        <span className={styles.legend} aria-hidden="true">
          <span className={styles.square} /> {sampleCount > mostSquares ? 'share of samples' : 'one sample'}
          <span className={styles.square} data-pinned="" /> pinned
        </span>
        <span className={styles.summary}>
          {`${drawn.summary}, ${plural(pathCount, 'path')}, ${plural(forks.length, 'fork')}, ${plural(joinCount, 'join')}`}
        </span>
      </div>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {forks.length === 0 ? (
        <p className={styles.note}>{`All ${formatCount(sampleCount)} samples say the same words: nothing forks.`}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
        <div className={styles.scroll} tabIndex={0} role="group" aria-label="Table of forks">
          <table className={styles.table} aria-label="Forks">
            <thead>
              <tr>
                <th scope="col" className={styles.number}>
                  <VisuallyHidden>Number</VisuallyHidden>
                </th>
                <th scope="col" className={styles.after}>
                  Fork after
                </th>
                <th scope="col">Ways, the most common first</th>
              </tr>
            </thead>
            <tbody>
              {forks.map((fork, at) => (
                <tr key={fork.after}>
                  <td className={styles.number}>{formatCount(at + 1)}</td>
                  <th scope="row" className={styles.after}>
                    <span className={styles.end} {...tip(wordsOf(fork.after).slice(-600))}>
                      <bdi>{lastWords(wordsOf(fork.after))}</bdi>
                    </span>
                  </th>
                  <td>
                    <ul className={styles.ways}>
                      {fork.ways.map((way) => (
                        <Way
                          key={way.node}
                          way={way}
                          words={way.node === end ? '(end)' : wordsOf(way.node)}
                          drawn={drawn}
                          pinned={pinned}
                          allCount={sampleCount}
                          isLit={lit !== undefined && way.texts.some((text) => lit.has(text))}
                          onLight={onLight}
                          onPin={onPin}
                        />
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface WayProps extends Pick<ForkTableProps, 'drawn' | 'pinned' | 'onLight' | 'onPin'> {
  readonly way: BranchWay;
  readonly words: string;
  /** Of samples in the picture. */
  readonly allCount: number;
  readonly isLit: boolean;
}

function Way({ way, words, drawn, pinned, allCount, isLit, onLight, onPin }: WayProps) {
  const { texts, sampleCount } = way;
  return (
    <li>
      <button
        type="button"
        className={styles.way}
        aria-pressed={texts.every((text) => pinned.has(text))}
        data-lit={isLit ? '' : undefined}
        onPointerEnter={() => onLight(texts)}
        onPointerLeave={() => onLight(undefined)}
        onFocus={() => onLight(texts)}
        onBlur={() => onLight(undefined)}
        onClick={(event) => onPin(texts, event.shiftKey || event.ctrlKey || event.metaKey)}
        {...tip(`${whoSays(drawn, texts, mostNamesInTip)}: ${words.slice(0, 600)}${words.length > 600 ? ' …' : ''}`)}
      >
        {allCount > mostSquares ? (
          <span className={styles.share} aria-hidden="true">
            {[true, false].map((isPinned) => {
              const own = texts.filter((text) => pinned.has(text) === isPinned);
              const count = own.reduce((sum, text) => sum + (drawn.counts[text] ?? 0), 0);
              return count === 0 ? null : (
                <span
                  key={String(isPinned)}
                  data-pinned={isPinned ? '' : undefined}
                  style={{ width: `${(100 * count) / allCount}%` }}
                />
              );
            })}
          </span>
        ) : (
          <span className={styles.squares} style={{ width: allCount * squarePixels }} aria-hidden="true">
            {texts.flatMap((text) =>
              (drawn.saidBy[text]?.positions ?? []).map((position) => (
                <span key={position} className={styles.square} data-pinned={pinned.has(text) ? '' : undefined} />
              )),
            )}
          </span>
        )}
        <span className={styles.figure}>{formatCount(sampleCount)}</span>
        <PreviewText className={styles.words} text={words} />
        <span className={styles.who}>{whoSays(drawn, texts, sampleCount > mostNames ? fewNames : mostNames)}</span>
      </button>
    </li>
  );
}

function textOf({ text, from, to }: BranchNode, texts: readonly string[]): string {
  return (texts[text] ?? '').slice(from, to);
}

/** The end of what stands before a fork: that is what a person looks for. */
function lastWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > 3 ? `… ${words.slice(-3).join(' ').slice(-40)}` : text.slice(-60);
}
