// What a command is, and what the commands ask about the state of the page. The tables of commands stand beside it, one per group.

import { equalAnswers, oneOfEach } from '../../analysis/equalAnswers.ts';
import { generationAt } from '../../state/selection.ts';
import { activeDocument, activeView, useStore } from '../../state/store.ts';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: 'Move' | 'Compare' | 'Open' | 'View';
  /** Shortcuts in aria-keyshortcuts notation; the first is the one that is shown. */
  readonly keys: readonly string[];
  /** A single printable key, which can be switched off. */
  readonly isSingleKey?: boolean;
  /** Whether its keys mean it where the focus is; absent: everywhere. */
  isKeyMeant?(): boolean;
  /** Whether it can run now; commands that cannot are left out of the palette. */
  isAvailable(): boolean;
  run(): void;
}

/** What commands need of the shell. */
export interface Shell {
  openFileChooser(): void;
  paste(): void;
  showShortcuts(): void;
  showCommands(): void;
}

export const always = () => true;
export const hasDocument = () => activeDocument(useStore.getState()) !== undefined;
export const generationCount = () => activeDocument(useStore.getState())?.generationCount ?? 0;
export const hasGenerations = () => generationCount() > 0;

/** Place of the generation that the selection belongs to. */
export function selectedPosition(): number | undefined {
  const state = useStore.getState();
  const document = activeDocument(state);
  return document && generationAt(document, activeView(state).selection);
}

/** One of each distinct answer; empty until they are known. */
export function distinctPositions(): readonly number[] {
  const document = activeDocument(useStore.getState());
  return document === undefined ? [] : oneOfEach(equalAnswers(document.rows));
}
