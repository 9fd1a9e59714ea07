import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { valueCursor } from '../../src/json/cursor.ts';
import { rootPointer } from '../../src/json/pointer.ts';
import { readProvider } from '../../src/response/provider/read.ts';
import { differences, readBody } from './alone.ts';
import { main } from './corpus.ts';
import { failedShuffles } from './shuffled.ts';
import { load, wrap, wrongLinks } from './wrapped.ts';

const completion = (...texts: readonly string[]) => ({
  object: 'text_completion',
  choices: texts.map((text, index) => ({ text, index, finish_reason: 'stop' })),
});

describe('the command', () => {
  let folder = '';
  const lines: string[] = [];
  const note = (line: string) => {
    lines.push(line);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    lines.length = 0;
    vi.spyOn(console, 'log').mockImplementation(note);
    vi.spyOn(console, 'error').mockImplementation(note);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
    vi.restoreAllMocks();
  });

  test('reads and prints bodies without an expectation', async () => {
    writeFileSync(join(folder, 'one.json'), JSON.stringify(completion(' red', 'blue')));
    writeFileSync(join(folder, 'two.sse'), `data: ${JSON.stringify(completion('red'))}\n\ndata: [DONE]\n\n`);
    expect(await main([folder])).toBe(0);
    expect(lines[0]).toMatch(/^ok {3}one\.json .*no expectation .*2 choices .*links: certain .*HL021/);
    expect(lines[1]).toMatch(/^ok {3}two\.sse /);
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
  });

  test('fails on a body that is no JSON, and without bodies', async () => {
    expect(await main([folder])).toBe(1);
    writeFileSync(join(folder, 'one.json'), '{"choices": [');
    expect(await main([folder])).toBe(1);
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
    expect(await main([join(folder, 'nowhere')])).toBe(2);
  });
});

test('differences are named by their place; figures may differ by 1e-9 and no more', () => {
  const facts = { format: 'a', choices: [{ reason: 'stop', figures: { mean: -1 } }] };
  expect(differences(facts, { format: 'a', choices: [{ reason: 'stop', figures: { mean: -1 - 9e-10 } }] })).toEqual([]);
  expect(
    differences(facts, { format: 'b', choices: [{ reason: 'stop', figures: { mean: -1.00000001 } }, {}] }),
  ).toEqual(['format: "a", not "b"', 'choices.0.figures.mean: -1, not -1.00000001', 'choices.1: undefined, not {}']);
});

test('a wrong link is seen', async () => {
  const body = completion('red', 'blue');
  const read = readBody(valueCursor(body, rootPointer));
  const loaded = await load(wrap(JSON.stringify(body), read));
  expect(wrongLinks(loaded, read)).toEqual([]);
  const [first, second] = loaded.rows;
  const crossed = [first, second].flatMap((row, at) => {
    const link = loaded.rows[1 - at]?.link;
    return row && link ? [{ ...row, link }] : [];
  });
  expect(wrongLinks({ ...loaded, rows: crossed }, read)).toEqual([
    'data[0] is linked to /provider_responses/0/choices/1 (certain)',
    'data[1] is linked to /provider_responses/0/choices/0 (certain)',
  ]);
});

test('shuffles find a link that goes by place where the texts say otherwise', () => {
  const { choices } = readProvider(valueCursor(completion('red', 'blue', 'red', ''), rootPointer)).reading;
  expect(failedShuffles(choices)).toEqual([]);
});
