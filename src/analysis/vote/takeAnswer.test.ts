import { expect, test } from 'vitest';
import { parsePointer, pointerOf } from '../../json/pointer.ts';
import { type AnswerRule, fieldPointer, parseRule, ruleText } from './answerRule.ts';
import { suggestRule } from './suggestRule.ts';
import { takeAnswers } from './takeAnswer.ts';

const taken = (text: string, rule: AnswerRule) => {
  const [one] = takeAnswers({ texts: [text], rule });
  return one && [one.key, text.slice(one.from, one.to)];
};
const field = (pointer: string): AnswerRule => ({ kind: 'field', pointer: parsePointer(pointer) ?? pointerOf() });

test('the whole text is taken as it is, and nothing where no word is said', () => {
  expect(taken(' A \n', { kind: 'whole' })).toEqual([' A \n', ' A \n']);
  expect(taken(' \n', { kind: 'whole' })).toBeUndefined();
});

test('the last line that says something, without white space around it', () => {
  expect(taken('First.\r\n  So: 42 \r\n\n', { kind: 'lastLine' })).toEqual(['So: 42', 'So: 42']);
  expect(taken('42', { kind: 'lastLine' })).toEqual(['42', '42']);
});

test('the last \\boxed{} with its braces in pairs', () => {
  const rule = { kind: 'boxed' } as const;
  expect(taken('\\boxed{1} then $\\boxed{ \\frac{1}{2} }$.', rule)).toEqual(['\\frac{1}{2}', '\\frac{1}{2}']);
  expect(taken('\\boxed{\\{1, 2\\}}', rule)?.[0]).toBe('\\{1, 2\\}');
  expect(taken('\\boxed{\\}}', rule)?.[0]).toBe('\\}');
  expect(taken('\\fbox{3}', rule)).toBeUndefined();
  // One that breaks off is no answer, and the one before is not the last.
  expect(taken('\\boxed{1} \\boxed{2', rule)).toBeUndefined();
  expect(taken('\\boxed{ }', rule)).toBeUndefined();
});

test('a label is taken without case and closing punctuation', () => {
  expect(taken(' Positive. ', { kind: 'label' })).toEqual(['positive', 'Positive']);
  expect(taken('POSITIVE!', { kind: 'label' })?.[0]).toBe('positive');
  expect(taken('C++', { kind: 'label' })?.[0]).toBe('c++');
  expect(taken('...', { kind: 'label' })).toBeUndefined();
});

test('a JSON field is taken by value, with its place in the text', () => {
  expect(taken('{"a": {"b": [1, "ü4"]}, "c": 1.0}', field('/a/b/1'))).toEqual(['"ü4"', '"ü4"']);
  expect(taken('{"c": 1.0}', field('/c'))).toEqual(['1', '1.0']);
  expect(taken('{"c": 1}', field('/c'))?.[0]).toBe('1');
  expect(taken('{"b": 1, "a": 2}', field(''))?.[0]).toBe(taken('{"a":2,"b":1}', field(''))?.[0]);
  expect(taken('Here:\n```json\n{"c": "x"}\n```\nDone.', field('/c'))).toEqual(['"x"', '"x"']);
  expect(taken('{"c": 1', field('/c'))).toBeUndefined();
  expect(taken('{"c": 1}', field('/d'))).toBeUndefined();
  expect(takeAnswers({ texts: ['{"c": "x"}'], rule: field('/c') })[0]?.shown).toBe('x');
});

test('a pattern gives the first group of its first match, or all of it without a group', () => {
  const text = 'Score: 7, score: 8';
  expect(taken(text, { kind: 'pattern', source: '[Ss]core: (\\d)' })).toEqual(['7', '7']);
  expect(taken(text, { kind: 'pattern', source: 'score: \\d' })).toEqual(['score: 8', 'score: 8']);
  expect(taken(text, { kind: 'pattern', source: 'none' })).toBeUndefined();
  expect(taken(text, { kind: 'pattern', source: '(' })).toBeUndefined();
});

test('a rule survives its text, and a text that is none becomes none', () => {
  const rules: readonly AnswerRule[] = [{ kind: 'boxed' }, field('/a~1b/0'), { kind: 'pattern', source: 'a: (.+)\nb' }];
  for (const rule of rules) expect(parseRule(ruleText(rule))).toEqual(rule);
  for (const text of ['', 'other', 'whole:x', 'field:a', 'pattern:', `pattern:${'a'.repeat(201)}`])
    expect(parseRule(text)).toBeUndefined();
  expect(fieldPointer('a.b[0]')).toBe('/a/b/0');
  expect(fieldPointer('/a.b')).toBe('/a.b');
  expect(fieldPointer('a..b')).toBeUndefined();
});

test('what counts as the answer is suggested from the texts, with the reason', () => {
  const suggested = (...texts: readonly string[]) => suggestRule(texts.map((text) => ({ text, count: 2 })))?.words;
  expect(suggested('So \\boxed{1}', 'Thus \\boxed{2}')).toBe(
    'the last `\\boxed{}`, because all 4 have one and 2 differ',
  );
  expect(suggested('{"why": "x", "answer": 1}', '{"why": "y", "answer": 1}')).toBe(
    'the JSON field `/answer`, because all 4 have one and all are equal',
  );
  expect(suggested('Yes', 'no.')).toBe('the text as a label, because all 4 have one and 2 differ');
  expect(suggested('Long ago.\n42', 'Because of this.\n42', 'Other.\n41')).toBe(
    'the last line, because all 6 have one and 2 differ',
  );
  expect(
    suggested('We add. The answer is 4. And so on, at some length indeed.', 'Hm. Answer: **4**\nSo it is, is it not?'),
  ).toMatch(/^what `.*` finds, because all 4 have one and all are equal$/);
  const prose = 'A long sentence about nothing in particular, which goes on and on.';
  expect(suggested(prose, `${prose} Really.`)).toBe(
    'the whole text, because nothing shorter is common to them and 2 differ',
  );
  expect(suggested(' ')).toBe('the whole text, because no sample says anything');
});
