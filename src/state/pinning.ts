// Setting a link by hand and taking it back, each said with a way to undo it. The one place that changes the pins of a view.

import type { Pin } from '../analysis/pins.ts';
import { showNotice } from './notice.ts';
import { activeView, useStore } from './store.ts';

/** Puts a pin in force; it replaces another one of the same generation or of the same choice. `sentence` says what was done. */
export function setPin(pin: Pin, sentence: string): void {
  changePins(
    (pins) => [...pins.filter((one) => one.generation !== pin.generation && !isSameChoice(one, pin)), pin],
    sentence,
  );
}

/** Takes the pin of a generation back, so that the found link holds again. */
export function removePin(generation: number, sentence: string): void {
  changePins((pins) => pins.filter((one) => one.generation !== generation), sentence);
}

function isSameChoice(a: Pin, b: Pin): boolean {
  return a.provider === b.provider && a.choice === b.choice;
}

function changePins(change: (pins: readonly Pin[]) => readonly Pin[], sentence: string): void {
  const { activeId, changeView } = useStore.getState();
  const before = activeView(useStore.getState()).pins;
  changeView((view) => ({ ...view, pins: change(view.pins) }));
  const undo = (): void => {
    const { documents, activate } = useStore.getState();
    if (!documents.some(({ id }) => id === activeId)) return;
    if (useStore.getState().activeId !== activeId) activate(activeId);
    changeView((view) => ({ ...view, pins: before }));
  };
  showNotice({ text: sentence, action: { label: 'Undo', run: undo } });
}
