import { describe, expect, it } from 'vitest';
import { pointerOf, rootPointer } from '../json/pointer.ts';
import { choose, defaultView, select, setBaseline, setExpanded, sortBy, toggleChosen } from './view.ts';

describe('choosing generations', () => {
  it('opens the comparison with the second one and closes it below two', () => {
    const one = toggleChosen(defaultView, 3);
    expect(one.isComparing).toBe(false);
    const two = toggleChosen(one, 1);
    expect(two).toMatchObject({ chosen: [1, 3], isComparing: true });
    expect(toggleChosen(two, 3).isComparing).toBe(false);
  });

  it('does not open a comparison again that was closed, when a choice is taken back', () => {
    const three = choose(defaultView, [0, 1, 2]);
    const closed = { ...three, isComparing: false };
    expect(toggleChosen(closed, 2).isComparing).toBe(false);
  });

  it('keeps the baseline only as long as it is chosen', () => {
    const view = setBaseline(choose(defaultView, [0, 1, 2]), 2);
    expect(view.baseline).toBe(2);
    expect(toggleChosen(view, 2).baseline).toBeUndefined();
  });

  it('adds the baseline to the choice', () => {
    expect(setBaseline(choose(defaultView, [4, 5]), 1).chosen).toEqual([1, 4, 5]);
  });
});

describe('sorting', () => {
  it('goes from ascending to descending to the order of the document', () => {
    const up = sortBy(defaultView, 'tokens', false);
    const down = sortBy(up, 'tokens', false);
    expect(up.sort).toEqual([{ column: 'tokens', isDescending: false }]);
    expect(down.sort).toEqual([{ column: 'tokens', isDescending: true }]);
    expect(sortBy(down, 'tokens', false).sort).toEqual([]);
  });

  it('adds a further column behind the first, and changes it in its place', () => {
    const two = sortBy(sortBy(defaultView, 'finish', false), 'tokens', true);
    expect(two.sort.map((key) => key.column)).toEqual(['finish', 'tokens']);
    expect(sortBy(two, 'finish', true).sort).toEqual([
      { column: 'finish', isDescending: true },
      { column: 'tokens', isDescending: false },
    ]);
    expect(sortBy(two, 'index', false).sort).toEqual([{ column: 'index', isDescending: false }]);
  });
});

describe('the tree', () => {
  it('opens what was closed above a new selection, and nothing else', () => {
    const choices = pointerOf('provider_responses', 0, 'choices');
    const usage = pointerOf('usage');
    const closed = setExpanded(defaultView, [choices, usage], false);
    const next = select(closed, pointerOf('data', 1), pointerOf('provider_responses', 0, 'choices', 1));
    expect([...next.collapsed]).toEqual([usage]);
  });

  it('keeps what was opened by hand', () => {
    const opened = setExpanded(defaultView, [rootPointer], true);
    expect(select(opened, pointerOf('usage'), pointerOf('usage')).expanded.has(rootPointer)).toBe(true);
  });
});
