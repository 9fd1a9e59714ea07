// The menu that gives a generation another choice, or the found link back.

import { useState } from 'react';
import { generationName } from '../../response/generationNames.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { useAnswer } from '../../state/answer.ts';
import { removePin, setPin } from '../../state/pinning.ts';
import { useDocument } from '../../state/store.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntry.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import styles from './LinkFact.module.css';
import { choiceName, type LinkChoice, linkChoices } from './linkChoices.ts';

const foundId = 'found';
const startLength = 60;

export function ChangeLink({ row }: { readonly row: GenerationRow }) {
  const { id, providers, rows } = useDocument();
  const [isOpen, setOpen] = useState(false);
  const { listed, total, current } = linkChoices(providers, row);
  const range = `${listed[0]?.id} ${listed.at(-1)?.id}`;
  const starts = useAnswer(isOpen ? `starts of choices ${id} ${range}` : undefined, async (questions) => {
    const nodes = await Promise.all(
      listed.map(({ choice }) => choice.textPointer && questions.node(choice.textPointer)),
    );
    return new Map(listed.map((one, at) => [one.id, nodes[at]?.preview]));
  });
  if (total === 0) return null;
  const nameOf = (position: number): string => generationName(rows.label(position));
  const entryOf = (one: LinkChoice): MenuEntry => ({
    id: one.id,
    label: choiceName(one),
    hint: <Start text={starts.value?.get(one.id)} characters={one.choice.characters} />,
    detail: one.choice.generation === undefined ? 'no generation' : nameOf(one.choice.generation),
  });
  const entries: readonly MenuEntry[] = [
    ...listed.map(entryOf),
    ...(total > listed.length
      ? [
          {
            id: 'rest',
            label: `${formatCount(listed.length)} of ${formatCount(total)} choices are listed, the ones around this place.`,
            isDisabled: true,
          },
        ]
      : []),
    ...(row.link?.pin === undefined ? [] : [{ kind: 'action', id: foundId, label: 'Use the found link' } as const]),
  ];
  const onAction = (chosen: string): void => {
    if (chosen === foundId) {
      removePin(row.position, `${nameOf(row.position)} has its found link again.`);
      return;
    }
    const one = listed.find((choice) => choice.id === chosen);
    if (one === undefined || chosen === current) return;
    const pin = { generation: row.position, provider: one.provider, choice: one.choice.position };
    setPin(pin, `${nameOf(row.position)} is now linked to ${choiceName(one)}, until the page is reloaded.`);
  };
  return (
    <MenuButton
      label="Change link"
      variant="link"
      className={styles.change}
      entries={entries}
      selected={current === undefined ? [] : [current]}
      onAction={onAction}
      onOpenChange={setOpen}
    >
      Change link
    </MenuButton>
  );
}

/** The beginning of a choice's text and its length. */
function Start({ text, characters }: { readonly text: string | undefined; readonly characters: number }) {
  return (
    <span className={styles.start}>
      {text === undefined || text === '' ? null : (
        <span className={styles.text}>
          <PreviewText text={text} maxLength={startLength} />
        </span>
      )}
      <span>{characters === 0 ? 'no text' : plural(characters, 'character')}</span>
    </span>
  );
}
