// What stands around a body, a text without any body, and times, whatever their unit.

import { describe, expect, test } from 'vitest';
import { brief, read } from '../../../e2e/fixtures/testReading.ts';
import { valueCursor } from '../../json/cursor.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { JsonValue } from '../../json/value.ts';
import { readTime } from './time.ts';

const place = pointerOf('provider_responses', 0);

describe('wrappers', () => {
  const body = { choices: [{ text: 'red', index: 0 }] };

  test('JSON inside a string is read, and all its parts have the place of the string', () => {
    const { format, reading } = read(JSON.stringify(body));
    expect(format).toBe('openai-completion');
    expect(reading.notes).toEqual(['The response is JSON text inside a string.']);
    expect(reading.choices[0]).toMatchObject({ text: 'red', textPointers: [place], pointer: place });
  });

  test('a body below a key keeps its places', () => {
    for (const key of ['body', 'data', '__data__']) {
      const { format, reading } = read({ [key]: body });
      expect([format, reading.choices[0]?.pointer]).toEqual([
        'openai-completion',
        `/provider_responses/0/${key}/choices/0`,
      ]);
    }
    expect(read({ status: 200, body: JSON.stringify(body) }).format).toBe('openai-completion');
  });

  test('wrappers without end are left alone', () => {
    let wrapped: JsonValue = body;
    for (let depth = 0; depth < 20; depth++) wrapped = { body: wrapped };
    expect(read(wrapped).format).toBe('unknown');
  });

  test.each([null, 7, [], {}, [1, 'text'], { key: 'value' }, { object: 'list', data: [] }])(
    '%o is of unknown shape',
    (value) => {
      const { format, reading } = read(value as JsonValue);
      expect([format, reading.choices, reading.notes.length]).toEqual(['unknown', [], 1]);
    },
  );
});

test('a text alone, or a list of texts, is what was answered', () => {
  expect([read('Hello').format, ...brief(read('Hello'))]).toEqual(['plain-text', ['Hello', undefined, undefined]]);
  expect(brief(read(['a', 'b'])).map(([text]) => text)).toEqual(['a', 'b']);
  expect(read(['a', 'b']).reading.choices[1]?.textPointers).toEqual(['/provider_responses/0/1']);
});

test('times are read by their size, and always kept as written', () => {
  const time = (value: JsonValue): unknown => {
    const found = readTime(valueCursor(value, place));
    return found && [found.raw, found.unit, found.iso];
  };
  expect(time(1681852797)).toEqual(['1681852797', 's', '2023-04-18T21:19:57.000Z']);
  expect(time(1753879648527)).toEqual(['1753879648527', 'ms', '2025-07-30T12:47:28.527Z']);
  expect(time(1753879648527000)).toEqual(['1753879648527000', 'us', '2025-07-30T12:47:28.527Z']);
  expect(time('2024-05-01T10:00:00+02:00')).toEqual(['2024-05-01T10:00:00+02:00', 'iso', '2024-05-01T08:00:00.000Z']);
  expect(time(0)).toEqual(['0', 'unknown', undefined]);
  expect(time('soon')).toEqual(['soon', 'unknown', undefined]);
  expect([time(null), time(''), time([])]).toEqual([undefined, undefined, undefined]);
});
