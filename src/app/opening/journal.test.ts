import { expect, it } from 'vitest';
import { newDocument } from '../../state/documents.ts';
import { journalOf, parseJournal } from './journal.ts';

it('what is entered comes back from what is written down', () => {
  const writing = { id: 'a', position: 3, note: 'too pa' };
  const journal = journalOf({
    draft: { text: '{"data', after: new Blob(['…']) },
    writing,
    documents: [newDocument('a', 'quarry')],
    responseNames: { a: { 2: 'the third' }, gone: { 0: 'x' } },
    together: { a: ['b'] },
  });
  expect(parseJournal(JSON.stringify(journal))).toEqual({
    text: '{"data',
    isPart: true,
    writing,
    names: { a: 'quarry' },
    responseNames: { a: { 2: 'the third' } },
    together: { a: ['b'] },
  });
});

it.each([null, '', '[]', '{"text": 4, "writing": {"id": 1}, "names": []}'])('%j is nothing entered', (text) => {
  expect(parseJournal(text)).toEqual({
    text: '',
    isPart: false,
    names: {},
    responseNames: {},
    together: {},
  });
});
