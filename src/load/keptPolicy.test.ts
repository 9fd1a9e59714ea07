// What is kept over sessions, and what is not.

import { expect, test } from 'vitest';
import type { KeptDocument } from './keep.ts';
import { isEarlier, isStale, newestFirst, overflowing } from './keptPolicy.ts';

const day = 24 * 60 * 60 * 1000;
const now = 100 * day;
const kept = (more: Partial<KeptDocument> = {}): KeptDocument => ({
  id: 'a',
  tab: 'gone',
  name: 'a.json',
  openedAt: now - day,
  asPlain: false,
  isSensitive: false,
  ...more,
});
const off = { live: new Set(['live']), isHistoryKept: false, now };
const on = { ...off, isHistoryKept: true };

test('off: what a tab left behind is not offered, and goes after a week', () => {
  expect(isEarlier(kept(), off)).toBe(false);
  expect(isStale(kept(), off)).toBe(false);
  expect(isStale(kept({ openedAt: now - 8 * day }), off)).toBe(true);
  expect(isStale(kept({ openedAt: now - 8 * day, tab: 'live' }), off)).toBe(false);
});

test('on: what a tab left behind is offered for ever, what another tab has open is not', () => {
  expect(isEarlier(kept({ openedAt: 0 }), on)).toBe(true);
  expect(isStale(kept({ openedAt: 0 }), on)).toBe(false);
  expect(isEarlier(kept({ tab: 'live' }), on)).toBe(false);
});

test('what holds a secret, or may, is neither offered nor left behind, unless a person was asked', () => {
  expect(isEarlier(kept({ isSensitive: true }), on)).toBe(false);
  expect(isStale(kept({ isSensitive: true }), on)).toBe(true);
  expect(isStale(kept({ isSensitive: true }), off)).toBe(true);
  expect(isStale(kept({ isSensitive: true, tab: 'live' }), on)).toBe(false);
  const { isSensitive: _unknown, ...unknown } = kept();
  expect(isEarlier(unknown, on)).toBe(false);
  expect(isStale(unknown, on)).toBe(false);
  expect(isEarlier(kept({ isSensitive: true, tab: '', closedAt: now }), on)).toBe(true);
});

test('where nobody tells which tabs are open, what they have is left alone for a week', () => {
  const unknown = { ...on, live: undefined };
  expect(isEarlier(kept(), unknown)).toBe(false);
  expect(isStale(kept({ isSensitive: true }), unknown)).toBe(false);
  expect(isStale(kept({ openedAt: now - 8 * day }), unknown)).toBe(true);
});

test('what was closed while it was on stays when it is switched off', () => {
  expect(isEarlier(kept({ tab: '', closedAt: 0 }), off)).toBe(true);
  expect(isStale(kept({ tab: '', closedAt: 0, openedAt: 0 }), off)).toBe(false);
});

test('the oldest go first, and what is larger than all of the room does not push out the others', () => {
  const documents = newestFirst([
    { ...kept({ id: 'old', openedAt: 1 }), bytes: 40 },
    { ...kept({ id: 'new', openedAt: 5 }), bytes: 50 },
    { ...kept({ id: 'closed', openedAt: 0, closedAt: 9 }), bytes: 300 },
    { ...kept({ id: 'middle', openedAt: 3 }), bytes: 30 },
  ]);
  expect(documents.map(({ id }) => id)).toEqual(['closed', 'new', 'middle', 'old']);
  expect(overflowing(documents, 100).map(({ id }) => id)).toEqual(['closed', 'old']);
});
