// The page while nothing is open: a box to paste into, files, examples, and why the last try did not open. Knows no format.

import { type ClipboardEvent, useEffect, useRef } from 'react';
import { type Draft, emptyDraft, isEmptyDraft, retyped } from '../../state/draft.ts';
import { useStore } from '../../state/store.ts';
import type { Attempt } from '../../state/storeShape.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import { formatBytes, formatCount, plural } from '../../words/numbers.ts';
import { draftOf, longestInBox, replaceDraft, withText } from '../opening/draft.ts';
import { openDraft, openFiles, openText } from '../opening/inputs.ts';
import { ExampleList } from './ExampleList.tsx';
import styles from './StartScreen.module.css';

const awayDocument = preloadable(() => import('./AwayDocument.tsx').then((module) => module.AwayDocument));

const failedAttempts = preloadable(() => import('./FailedAttempts.tsx').then((module) => module.FailedAttempts));

const earlierDocuments = preloadable(() => import('./EarlierDocuments.tsx').then((module) => module.EarlierDocuments));

const placeholder = `{
  "data": [ { "index": 0, "output": "…", "finish_reason": "stop", … } ],
  "provider_responses": [ … ],
  "usage": { "prompt_tokens": …, "generation_tokens": …, "total_tokens": … },
  …
}`;

interface StartScreenProps {
  readonly attempts: readonly Attempt[];
  readonly onOpenFiles: () => void;
}

export function StartScreen({ attempts, onOpenFiles }: StartScreenProps) {
  const draft = useStore((state) => state.draft);
  const setDraft = useStore((state) => state.setDraft);
  const away = useStore((state) => state.away);
  const box = useRef<HTMLTextAreaElement>(null);

  // Puts the caret where the text was put, which is the browser's.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    if (draft.caret !== undefined) {
      element.setSelectionRange(draft.caret, draft.caret);
      // Browsers scroll to a caret only when it moves by a key.
      const line = draft.text.slice(0, draft.caret).split('\n').length;
      element.scrollTop = Math.max(0, (line - 8) * 18);
    }
  }, [draft.caret, draft.text]);

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const files = [...event.clipboardData.files];
    if (files.length > 0) {
      event.preventDefault();
      openFiles(files);
      return;
    }
    const text = event.clipboardData.getData('text/plain');
    const isWholeBox = isEmptyDraft(draft) || isAllSelected(event.currentTarget);
    if (isWholeBox && text !== '') {
      event.preventDefault();
      const whole = draftOf(text);
      replaceDraft(whole);
      openText(text, undefined, whole);
    } else if (text.length > longestInBox) {
      // Inserted between what stands there already; the whole is held beside the box.
      event.preventDefault();
      const { selectionStart, selectionEnd } = event.currentTarget;
      setDraft(withText(draft, draft.text.slice(0, selectionStart) + text + draft.text.slice(selectionEnd)));
    }
  };

  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        <h1 className={styles.title}>Inspect a completion response</h1>
        <p className={styles.lead}>
          See what the model said, in how many different ways, what it cost, and whether anything is wrong.
        </p>
        {away === undefined ? null : <awayDocument.Part away={away} />}
        <failedAttempts.Part attempts={attempts} />
        <div className={styles.split}>
          <div>
            <div className={styles.labels}>
              <label htmlFor="response-text" className={styles.label}>
                Response text
              </label>
              <span className={styles.hint}>{heldWords(draft)}</span>
            </div>
            <textarea
              id="response-text"
              ref={box}
              className={styles.box}
              value={draft.text}
              placeholder={placeholder}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="off"
              onChange={(event) => setDraft(retyped(draft, event.currentTarget.value))}
              onPaste={onPaste}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) openDraft();
              }}
            />
            <div className={styles.actions}>
              <Button variant="primary" isLarge onClick={openDraft}>
                Inspect
              </Button>
              <Button variant="outline" isLarge icon="folder" onClick={onOpenFiles}>
                Choose files
              </Button>
              {isEmptyDraft(draft) ? null : (
                <Button isLarge onClick={() => replaceDraft(emptyDraft)}>
                  Clear
                </Button>
              )}
              <span className={styles.drop}>
                <Icon name="drop" />
                or drop files anywhere on this page
              </span>
            </div>
            <dl className={styles.facts}>
              <dt>Reads</dt>
              <dd>
                what you have, unchanged: JSON of a response, a provider's body or stream, what Python or JavaScript
                prints, JSONL, HAR, curl -i, zip, notebooks, logs of eval tools
              </dd>
              <dt>Keys</dt>
              <dd className={styles.keys}>
                <span>
                  <Kbd keys="Control+V" /> paste anywhere
                </span>
                <span>
                  <Kbd keys="Control+O" /> open files
                </span>
                <span>
                  <Kbd keys="?" /> all shortcuts
                </span>
              </dd>
            </dl>
          </div>
          <section className={styles.examples} aria-label="Examples">
            <h2 className={styles.label}>Examples</h2>
            <ExampleList />
            <p className={styles.privacy}>
              <Icon name="lock" />
              <span>
                Nothing leaves this page. Responses are read in this browser; after loading, the page asks its own
                server only for its own parts.
              </span>
            </p>
            <earlierDocuments.Part />
          </section>
        </div>
      </div>
    </div>
  );
}

/** How much of a long text stands in the box, and what becomes of the rest. */
function heldWords({ text, before, after }: Draft): string {
  if (!before && !after) return 'opens at once when you paste a whole response';
  if (typeof after === 'string')
    return `the first ${plural(text.length, 'character')} of ${formatCount(text.length + after.length)}; the rest is being read`;
  const shown = new Blob([text]).size;
  const total = formatBytes(shown + (before?.size ?? 0) + (after?.size ?? 0));
  return before
    ? `${formatBytes(shown)} around the error, of ${total}; the rest on both sides is kept as it is`
    : `the first ${formatBytes(shown)} of ${total}; the rest is kept as it is`;
}

function isAllSelected(box: HTMLTextAreaElement): boolean {
  return box.selectionStart === 0 && box.selectionEnd === box.value.length;
}
