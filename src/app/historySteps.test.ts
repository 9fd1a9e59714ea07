import { describe, expect, it } from 'vitest';
import { nextStop, type Shown, settledStep } from './historySteps.ts';

const at = (document: string, place = '/data/0') => `#v1&doc=${document}&at=${encodeURIComponent(place)}`;
const shown = (hash: string, ...documents: string[]): Shown => ({ hash, documents: new Set(documents) });

describe('a step through the history', () => {
  it('passes over the entries of closed documents and of what is shown already', () => {
    const steps = [at('teas', '/data/1'), at('stones'), at('teas'), at('teas')];
    expect(nextStop(steps, 3, -1, 3, shown(at('teas'), 'teas'))).toBe(0);
    expect(nextStop(steps, 3, -1, 3, shown(at('teas'), 'teas', 'stones'))).toBe(1);
    expect(nextStop(steps, 0, 1, 3, shown(at('teas', '/data/1'), 'teas'))).toBe(2);
  });

  it('leads nowhere where all that is left is closed or shown', () => {
    const steps = [at('teas'), at('stones'), at('teas')];
    expect(nextStop(steps, 2, -1, 2, shown(at('teas'), 'teas'))).toBeUndefined();
    expect(nextStop(steps, 0, 1, 2, shown(at('teas'), 'teas'))).toBeUndefined();
    expect(nextStop([at('teas'), at('stones')], 1, -1, 1, shown('', ''))).toBeUndefined();
  });

  it('stops at the start screen, and at entries from before a reload, whose place is not known', () => {
    expect(nextStop([at('teas'), '', at('stones')], 2, -1, 2, shown(at('stones'), 'stones'))).toBe(1);
    const afterReload: string[] = [];
    afterReload[2] = at('teas');
    expect(nextStop(afterReload, 2, -1, 2, shown(at('teas'), 'teas'))).toBe(1);
  });
});

describe('what is shown after a document was removed', () => {
  it('stands at the earliest entry that shows the same, and never before one that is worth a stop', () => {
    const steps = [at('teas', '/data/1'), at('teas'), at('stones'), at('teas')];
    expect(settledStep(steps, 3, shown(at('teas'), 'teas'))).toBe(1);
    expect(settledStep(steps, 3, shown(at('teas'), 'teas', 'stones'))).toBe(3);
  });

  it('stays where nothing before it shows the same', () => {
    expect(settledStep([at('teas'), at('stones')], 1, shown('', ''))).toBe(1);
    expect(settledStep([at('teas')], 0, shown(at('teas'), 'teas'))).toBe(0);
  });
});
