// HL080 to HL082: the text of the document itself.

import { describe, expect, test } from 'vitest';
import { strictPass } from '../../json/strict.ts';
import type { Issue } from '../model.ts';
import { checkSource } from './sourceChecks.ts';

function sourceIssues(text: string): readonly Issue[] {
  return checkSource(strictPass(new TextEncoder().encode(text), { depth: 3 }).findings);
}

describe('HL080', () => {
  test('a number that JavaScript would round is shown as written', () => {
    const issues = sourceIssues('{"metadata":{"seed":10570679248326920001}}');
    expect(issues).toMatchObject([
      {
        id: 'HL080',
        severity: 'info',
        message: 'metadata.seed: 10570679248326920001 is shown as written; JS would round it to 10570679248326920000.',
        pointer: '/metadata/seed',
      },
    ]);
  });

  test('another spelling of the same value is no finding', () => {
    expect(sourceIssues('[1.0, 1E-5, 10e1, 9007199254740992, -0.0]')).toEqual([]);
  });

  test('of very many the last one listed says how many more there are', () => {
    const issues = sourceIssues(`[${'0.12345678901234567890123,'.repeat(1204)}0]`);
    expect(issues).toHaveLength(1000);
    expect(issues.at(-1)?.detail).toBe('204 more findings of this kind are not listed.');
    expect(issues.at(-2)?.detail).toBeUndefined();
  });
});

describe('HL081', () => {
  test('a key that occurs again in one object', () => {
    expect(sourceIssues('{"a":1,"b":{"k":1,"k":2,"\\u006b":3}}')).toMatchObject([
      {
        id: 'HL081',
        severity: 'warning',
        message: 'Key "k" occurs 3 times in b; JSON readers keep the last.',
        pointer: '/b',
      },
    ]);
    expect(sourceIssues('{"a":1,"a":1}')[0]?.message).toBe(
      'Key "a" occurs 2 times in the root; JSON readers keep the last.',
    );
  });

  test('the same key in two objects is no finding', () => {
    expect(sourceIssues('[{"a":1},{"a":1}]')).toEqual([]);
  });
});

describe('HL082', () => {
  test('words that Python writes are accepted in one finding', () => {
    expect(sourceIssues('[NaN, -Infinity, NaN]')).toMatchObject([
      {
        id: 'HL082',
        severity: 'warning',
        message: '3 values are not legal JSON (NaN, -Infinity); accepted as Python wrote them.',
        pointer: '/0',
        related: ['/1', '/2'],
      },
    ]);
  });

  test('the same words in a string are text', () => {
    expect(sourceIssues('["NaN"]')).toEqual([]);
  });
});
