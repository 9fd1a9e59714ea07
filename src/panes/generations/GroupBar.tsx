// The line over the table of several responses that says by what rule their samples are grouped, on what evidence, and which group is shown; the rule is
// changed and a group is chosen here. Connects the groups to the store.

import { useMemo, useRef, useState } from 'react';
import { messageParts } from '../../response/messageParts.ts';
import { promptPlace } from '../../state/promptTexts.ts';
import { groupCountWords, type SampleGroups, sampleGroups, withGroup, withRule } from '../../state/sampleGroups.ts';
import { useDocument, useStore, useView } from '../../state/store.ts';
import { type GroupRule, groupRules } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeText } from '../../ui/CodeText.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { OptionList, type OptionListHandle } from '../../ui/OptionList.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { tip } from '../../ui/tip.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import styles from './GroupBar.module.css';

const ruleWords: Readonly<Record<GroupRule, string>> = {
  recorded: 'As recorded',
  prompt: 'Equal prompts',
  response: 'Response',
  none: 'Not grouped',
};
const ruleHints: Readonly<Record<GroupRule, string>> = {
  recorded: 'By what the file says',
  prompt: 'By what was asked',
  response: 'Each response by itself',
  none: 'All samples in one',
};

/** Height of an option that was not drawn yet, in CSS pixels. */
const usualPx = 26;

export function GroupBar({ isNarrow }: { readonly isNarrow: boolean }) {
  const document = useDocument();
  const view = useView();
  const { groupRule, brushes, responseOrder } = view;
  const { changeView, select } = useStore.getState();
  const [isListOpen, setListOpen] = useState(false);
  const groups = useMemo(
    () => sampleGroups(document, { brushes, responseOrder, ...(groupRule && { groupRule }) }),
    [document, brushes, responseOrder, groupRule],
  );
  if (groups === undefined) return null;
  const { rule, rules, count, chosen } = groups;
  const choose = (group: number): void => {
    changeView((current) => withGroup(current, groups, group));
    announce(group < 0 ? 'All groups are shown' : `Group ${formatCount(group + 1)} of ${formatCount(count)}`);
  };
  const place =
    rule === 'prompt' && chosen >= 0 && document.prompts ? promptPlace(document.prompts, chosen) : undefined;
  return (
    <>
      <div role="group" aria-label="Groups" className={styles.bar} data-narrow={isNarrow || undefined}>
        <span className={styles.label} aria-hidden="true">
          Group by
        </span>
        <MenuButton
          label="Group by"
          selection="single"
          selected={[rule]}
          entries={groupRules
            .filter((one) => rules.includes(one))
            .map((id) => ({ id, label: ruleWords[id], hint: ruleHints[id] }))}
          onAction={(id) => {
            const next = groupRules.find((one) => one === id);
            if (next !== undefined) changeView((current) => withRule(current, next));
          }}
        >
          {ruleWords[rule]}
        </MenuButton>
        {groups.isGuess ? <Tag tone="warning">guess</Tag> : null}
        {count === 0 ? null : (
          <ToggleButton label="Groups" isPressed={isListOpen} onToggle={setListOpen} hint="List the groups">
            {groupCountWords(groups)}
          </ToggleButton>
        )}
        <span className={styles.evidence} {...tip(groups.evidence.replaceAll('`', ''))} data-testid="group-evidence">
          <CodeText parts={messageParts(groups.evidence)} />
        </span>
        {count < 2 ? null : (
          <span className={styles.steps}>
            {chosen < 0 ? null : (
              <span className={styles.chosen}>
                <span className={styles.quiet}>
                  {formatCount(chosen + 1)} of {formatCount(count)}
                </span>{' '}
                <PreviewText text={groups.nameOf(chosen)} />
              </span>
            )}
            {place === undefined ? null : <Button onClick={() => select(place)}>Show prompt</Button>}
            <IconButton
              icon="chevron-left"
              label="Previous group"
              disabled={chosen === 0}
              onClick={() => choose(chosen < 0 ? count - 1 : chosen - 1)}
            />
            <IconButton
              icon="chevron-right"
              label="Next group"
              disabled={chosen === count - 1}
              onClick={() => choose(chosen + 1)}
            />
            {chosen < 0 ? null : <Button onClick={() => choose(-1)}>All groups</Button>}
          </span>
        )}
      </div>
      {isListOpen && count > 0 ? (
        <GroupList groups={groups} onChoose={choose} onClose={() => setListOpen(false)} />
      ) : null}
    </>
  );
}

interface GroupListProps {
  readonly groups: SampleGroups;
  /** −1 for all of them. */
  readonly onChoose: (group: number) => void;
  readonly onClose: () => void;
}

function GroupList({ groups, onChoose, onClose }: GroupListProps) {
  const list = useRef<OptionListHandle>(null);
  const [at, setAt] = useState(Math.max(0, groups.chosen));
  const stands = Math.min(at, groups.count - 1);
  return (
    <div className={styles.list}>
      <OptionList
        ref={list}
        label="Groups"
        count={groups.count}
        of={groups.rule}
        usualPx={usualPx}
        at={stands}
        onMove={setAt}
        isSelected={(group) => group === groups.chosen}
        onPress={(group) => {
          setAt(group);
          onChoose(group === groups.chosen ? -1 : group);
        }}
        nameOf={groups.nameOf}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }}
        renderOption={(group) => {
          const size = groups.sizeOf(group);
          return (
            <div className={styles.option}>
              <span className={styles.number}>{formatCount(group + 1)}</span>
              <span className={styles.name}>
                <PreviewText text={groups.nameOf(group)} />
              </span>
              <span className={styles.quiet}>{size === undefined ? '' : plural(size, 'sample')}</span>
            </div>
          );
        }}
      />
    </div>
  );
}
