import { describe, expect, test } from 'vitest';
import { defaultView } from '../../state/view.ts';
import { chipsOf, withoutChip } from './filterWords.ts';

describe('filter chips', () => {
  const view = {
    ...defaultView,
    filter: 'tea',
    brushes: { characters: { from: 120, to: 1340 }, tokens: { from: 5, to: 5 }, finish: ['length', 'none'] as const },
  };

  test('say in words what narrows the table', () => {
    expect(chipsOf(view).map(({ words }) => words)).toEqual([
      'Contains “tea”',
      'Characters 120–1,340',
      'Tokens 5',
      'Finish reason length or not given',
    ]);
    expect(chipsOf({ ...defaultView, filter: 't.a', isPattern: true, isCaseMatched: true })).toEqual([
      { id: 'text', words: 'Output matches /t.a/, with this case' },
    ]);
    expect(chipsOf({ ...defaultView, brushes: { finish: [] } })[0]?.words).toBe('Finish reason none of them');
    expect(chipsOf(defaultView)).toEqual([]);
  });

  test('of a pattern take off its narrowing and leave the pattern', () => {
    const patterned = { ...defaultView, ownPatterns: [{ source: 'a+', shows: 'other' as const }] };
    expect(chipsOf(patterned)).toEqual([{ id: 'pattern1', words: 'Output does not match /a+/' }]);
    expect(withoutChip(patterned, 'pattern1').ownPatterns).toEqual([{ source: 'a+', shows: 'all' }]);
  });

  test('are taken off one by one', () => {
    expect(chipsOf(withoutChip(view, 'tokens')).map(({ id }) => id)).toEqual(['text', 'characters', 'finish']);
    expect(chipsOf(withoutChip(view, 'text')).map(({ id }) => id)).toEqual(['characters', 'tokens', 'finish']);
  });
});
