// What the provider answered, in a document without generations such as a raw stream: each choice joined and in full, with what is known of it.

import type { Pointer } from '../../json/pointer.ts';
import type { ProviderTable } from '../../response/choices/choiceTable.ts';
import { placeName } from '../../response/placeName.ts';
import type { ChoiceRow, ProviderRow } from '../../response/rows.ts';
import { useAnswer } from '../../state/answer.ts';
import { useDocument } from '../../state/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount, formatWritten, plural } from '../../words/numbers.ts';
import { shortName } from '../../words/shortName.ts';
import { finishWords } from './finishWords.ts';
import { PlaceButton } from './PlaceButton.tsx';
import styles from './ProviderAnswers.module.css';
import { Reasoning } from './Reasoning.tsx';
import { TextSection } from './TextSection.tsx';

/** So many choices are read in full; the tree has all of them. */
const mostChoices = 20;

export function ProviderAnswers({ providers }: { readonly providers: ProviderTable }) {
  const total = providers.choiceCount;
  const listed: { readonly provider: ProviderRow; readonly choices: readonly ChoiceRow[] }[] = [];
  for (let number = 0; number < Math.min(total, mostChoices); ) {
    const provider = providers.at(providers.providerOf(number));
    if (provider === undefined) break;
    const choices = providers.choicesOf(provider.position, mostChoices - number);
    listed.push({ provider, choices });
    number += Math.max(1, choices.length);
  }
  const rest = total > mostChoices ? `: the first ${mostChoices} of ${plural(total, 'choice')}.` : '.';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area is reached by the keyboard
    <section className={styles.answers} tabIndex={0} aria-label="Answers of the provider">
      <EmptyState>There are no generations. This is what the provider answered{rest}</EmptyState>
      {listed.map(({ provider, choices }) => (
        <div key={provider.position}>
          <ProviderFacts provider={provider} />
          {choices.map((choice) => (
            <Answer key={choice.position} choice={choice} />
          ))}
        </div>
      ))}
    </section>
  );
}

/** Model and token counts, as the provider response states them for all its choices. */
function ProviderFacts({ provider }: { readonly provider: ProviderRow }) {
  const { pointer, model, usage } = provider;
  return (
    <p className={styles.facts}>
      <PlaceButton pointer={pointer}>{placeName(pointer)}</PlaceButton>
      {model === undefined ? null : (
        <PlaceButton pointer={model.pointer}>
          <PreviewText text={model.text} maxLength={120} />
        </PlaceButton>
      )}
      {usage === undefined ? (
        <span>no token counts</span>
      ) : (
        <PlaceButton pointer={usage.pointer}>
          {formatWritten(usage.prompt?.lexeme ?? '–')} prompt, {formatWritten(usage.generation?.lexeme ?? '–')}{' '}
          generation tokens
        </PlaceButton>
      )}
    </p>
  );
}

function Answer({ choice }: { readonly choice: ChoiceRow }) {
  const { id } = useDocument();
  const { pointer, position, characters, finishReason } = choice;
  const { value } = useAnswer(`choice ${id} ${pointer} ${position}`, (questions) =>
    questions.choice(pointer, position),
  );
  if (value === undefined) return null;
  const { text, toolCalls } = value;
  const isCut = text !== undefined && text.totalLength > text.text.length;
  const ended =
    finishReason === undefined
      ? 'no finish reason'
      : `${shortName(finishReason.raw)}, ${finishWords(finishReason.class)}`;
  const part = (title: string, words: string, remark?: string, place: Pointer = pointer) => (
    <TextSection
      key={title}
      title={title}
      remark={remark}
      pointer={place}
      text={words}
      emptyWords={toolCalls.length > 0 ? 'no text: it calls tools' : 'no text'}
      copyLabel={`Copy ${title}`}
      copy={words}
    />
  );
  return (
    <>
      <div className={styles.reasoning}>
        <Reasoning choice={choice} of={`choice ${position}`} />
      </div>
      {part(`Choice ${position}`, text?.text ?? '', `${ended} · ${plural(characters, 'character')}`)}
      {isCut ? (
        <p className={styles.cut}>
          The first {formatCount(text.text.length)} of {formatCount(text.totalLength)} code units are shown and copied.
          The source has the rest.
        </p>
      ) : null}
      {toolCalls.map((call, at) =>
        part(`Call ${at} of choice ${position}`, call.argumentsText, call.name, call.pointer),
      )}
    </>
  );
}
