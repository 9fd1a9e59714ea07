import { describe, expect, it } from 'vitest';
import { followable } from './markdown.ts';

describe('followable', () => {
  it.each(['http://tea.example/a?b', 'https://tea.example/', 'mailto:a@tea.example'])('follows %s', (address) => {
    expect(followable(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<b>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://tea.example/1',
    '/start',
    '#at=%2Fdata',
    '//tea.example',
    '',
  ])('does not follow %j', (address) => {
    expect(followable(address)).toBeUndefined();
  });
});
