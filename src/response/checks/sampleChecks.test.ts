// HL010 to HL014: indexes, ids and what the generations of one call share.

import { describe, expect, test } from 'vitest';
import { issuesOf, messages, pointers, response, sound, without } from '../../../e2e/fixtures/testIssues.ts';

describe('HL010', () => {
  test('another number of generations than asked for', () => {
    const issues = issuesOf(response([sound], { num_samples: 3 }));
    expect(messages(issues, 'HL010')).toEqual(['3 samples requested, 1 generations returned.']);
    expect(pointers(issues, 'HL010')).toEqual(['/num_samples']);
  });

  test('a multiple (several inputs), no number, or a text that breaks off is no finding', () => {
    const four = [0, 1, 0, 1].map((index, at) => ({ ...sound, id: `d${at}`, index, inputs: { at: at >> 1 } }));
    expect(messages(issuesOf(response(four, { num_samples: 2 })), 'HL010')).toEqual([]);
    expect(messages(issuesOf(response(four, { num_samples: '3' })), 'HL010')).toEqual([]);
    expect(messages(issuesOf(response(four, { num_samples: 0 })), 'HL010')).toEqual([]);
    expect(messages(issuesOf(response(four, { num_samples: 3 }), { isWhole: false }), 'HL010')).toEqual([]);
  });
});

describe('HL011', () => {
  test('the same index for the same inputs, one finding per pair with the first', () => {
    const inputs = { a: 1, b: [2] };
    const data = [
      { ...sound, inputs },
      { ...sound, id: 'data_2', inputs: { b: [2], a: 1 } },
      { ...sound, id: 'data_3', inputs },
    ];
    const issues = issuesOf(response(data));
    expect(messages(issues, 'HL011')).toEqual([
      'data[0] and data[1] both have index 0 for the same inputs.',
      'data[0] and data[2] both have index 0 for the same inputs.',
    ]);
    expect(pointers(issues, 'HL011')).toEqual(['/data/1/index', '/data/2/index']);
  });

  test('other inputs or a missing index share nothing', () => {
    const other = { ...sound, id: 'data_2', inputs: { a: 2 } };
    expect(messages(issuesOf(response([sound, other])), 'HL011')).toEqual([]);
    const none = without(sound, 'index');
    expect(messages(issuesOf(response([none, { ...none, id: 'data_2' }])), 'HL011')).toEqual([]);
  });
});

describe('HL012', () => {
  test('a gap in the indexes of one set of inputs', () => {
    const data = [0, 2, 3].map((index) => ({ ...sound, id: `d${index}`, index }));
    expect(messages(issuesOf(response(data)), 'HL012')).toEqual(['Sample indexes are 0, 2, 3; 1 missing.']);
  });

  test('a long list is shortened in words', () => {
    const data = Array.from({ length: 30 }, (_, at) => ({ ...sound, id: `d${at}`, index: at + 30 }));
    expect(messages(issuesOf(response(data)), 'HL012')[0]).toMatch(
      /48, 49 and 10 more; 0, 1, .*19 and 10 more missing\.$/,
    );
  });

  test('indexes in another order, or that restart with other inputs, are complete', () => {
    const data = [1, 0].map((index) => ({ ...sound, id: `d${index}`, index }));
    expect(messages(issuesOf(response(data)), 'HL012')).toEqual([]);
    const restarting = [0, 1, 0].map((index, at) => ({ ...sound, id: `d${at}`, index, inputs: { at: at >> 1 } }));
    expect(messages(issuesOf(response(restarting)), 'HL012')).toEqual([]);
    const cut = [{ ...sound, index: 1 }];
    expect(messages(issuesOf(response(cut), { isWhole: false }), 'HL012')).toEqual([]);
  });
});

describe('HL013', () => {
  test('an id that is used again', () => {
    const issues = issuesOf(response([sound, { ...sound, index: 1 }]));
    expect(messages(issues, 'HL013')).toEqual(['data[0] and data[1] share the id data_1.']);
    expect(issues.find(({ id }) => id === 'HL013')).toMatchObject({ pointer: '/data/1/id', related: ['/data/0/id'] });
  });

  test('missing ids are not the same id', () => {
    const none = without(sound, 'id');
    expect(messages(issuesOf(response([none, { ...none, index: 1 }])), 'HL013')).toEqual([]);
  });
});

describe('HL014', () => {
  test('a generation before one with a smaller index', () => {
    const data = [0, 2, 1].map((index) => ({ ...sound, id: `d${index}`, index }));
    const issues = issuesOf(response(data));
    expect(messages(issues, 'HL014')).toEqual(['Generations are listed out of index order.']);
    expect(pointers(issues, 'HL014')).toEqual(['/data/2/index']);
  });

  test('an index that restarts with other inputs is in order', () => {
    const data = [0, 1, 0, 1].map((index, at) => ({ ...sound, id: `d${at}`, index, inputs: { at: at >> 1 } }));
    expect(messages(issuesOf(response(data)), 'HL014')).toEqual([]);
  });
});
