// Commands that there are as many of as there are documents, responses, columns and ways. Made when the palette opens.

import { columnTitles } from '../../panes/generations/columns.ts';
import { findingsOf } from '../../panes/issues/mutedWords.ts';
import { checkTitles } from '../../response/checks/titles.ts';
import { noIssues } from '../../response/issues/issueTable.ts';
import { muteCheck, unmuteCheck } from '../../state/muting.ts';
import { offeredCommands } from '../../state/offeredCommands.ts';
import { activeDocument, activeView, useStore } from '../../state/store.ts';
import {
  type ColumnId,
  columnIds,
  defaultView,
  granularities,
  patternColumns,
  sortBy,
  type View,
} from '../../state/view.ts';
import { type Example, openExample } from '../opening/examples.ts';
import { always, type Command } from './command.ts';

const { activate, changeView } = useStore.getState();

function listed(id: string, label: string, group: Command['group'], run: () => void): Command {
  return { id, label, group, keys: [], isAvailable: always, run };
}

function documentCommands(): readonly Command[] {
  const { documents, activeId } = useStore.getState();
  return documents
    .filter(({ id, hasRows }) => hasRows && id !== activeId)
    .map(({ id, name }) => listed(`document-${id}`, `Show ${name}`, 'Open', () => activate(id)));
}

/** Each narrows the table to one of several responses. */
function responseCommands(): readonly Command[] {
  const names = activeDocument(useStore.getState())?.responses?.names ?? [];
  return names.map((name, number) =>
    listed(`response-${number}`, `Only the response ${name}`, 'Open', () =>
      changeView((view) => ({ ...view, brushes: { ...view.brushes, responses: [number] } })),
    ),
  );
}

const pattern: ReadonlySet<ColumnId> = new Set(patternColumns);

function tableCommands(): readonly Command[] {
  const document = activeDocument(useStore.getState());
  if (document === undefined || document.generationCount === 0) return [];
  const view = activeView(useStore.getState());
  return [
    ...columnIds
      .filter((column) => !pattern.has(column) && (column !== 'response' || document.responses !== undefined))
      .map((column) =>
        listed(`sort-${column}`, `Sort by ${columnTitles[column]}`, 'View', () =>
          changeView((now) => sortBy(now, column, false)),
        ),
      ),
    ...(view.sort.length === 0
      ? []
      : [
          listed('unsorted', 'In the order of the document', 'View', () => changeView((now) => ({ ...now, sort: [] }))),
        ]),
    ...(isNarrowed(view) ? [listed('all-rows', 'Show all rows again', 'View', () => changeView(withoutFilters))] : []),
  ];
}

function isNarrowed({ filter, brushes, ownPatterns }: View): boolean {
  return filter !== '' || Object.keys(brushes).length > 0 || ownPatterns.some(({ shows }) => shows !== 'all');
}

function withoutFilters(view: View): View {
  return {
    ...view,
    filter: '',
    brushes: defaultView.brushes,
    ownPatterns: view.ownPatterns.map((one) => ({ ...one, shows: 'all' as const })),
  };
}

function compareCommands(): readonly Command[] {
  if (!activeView(useStore.getState()).isComparing) return [];
  return granularities.map((granularity) =>
    listed(`granularity-${granularity}`, `Aligned by ${granularity}`, 'Compare', () =>
      changeView((view) => ({ ...view, granularity, compareTab: 'aligned' })),
    ),
  );
}

/** Of the checks that found something, and of those that are muted. */
function checkCommands(): readonly Command[] {
  const state = useStore.getState();
  const issues = activeDocument(state)?.issues;
  return [
    ...(issues?.groups ?? []).map(({ check }) =>
      listed(`mute-${check}`, `Mute ${checkWords(check)}`, 'View', () =>
        muteCheck(check, findingsOf(check, issues ?? noIssues)),
      ),
    ),
    ...state.preferences.mutedChecks.map((check) =>
      listed(`unmute-${check}`, `List ${checkWords(check)} again`, 'View', () => unmuteCheck(check)),
    ),
  ];
}

function checkWords(check: string): string {
  const title = checkTitles[check];
  return title === undefined ? check : `${check}, ${title}`;
}

export function exampleCommands(examples: readonly Example[]): readonly Command[] {
  return examples.map((example) =>
    listed(`example-${example.file}`, `Open the example ${example.title}`, 'Open', () => void openExample(example)),
  );
}

export function listedCommands(): readonly Command[] {
  return [
    ...documentCommands(),
    ...tableCommands(),
    ...compareCommands(),
    ...offeredCommands().map(({ id, label, group, run }) => listed(id, label, group, run)),
    ...checkCommands(),
    ...responseCommands(),
  ];
}
