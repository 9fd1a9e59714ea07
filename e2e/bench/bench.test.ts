// What the bench measures with: its documents and its reading of a trace.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figuresOfSize } from './figuresOfSize.ts';
import { longestTask, longestTaskMs } from './mainThread.ts';
import { optionOf } from './options.ts';
import { responseText, writeResponse } from './responseText.ts';

describe('responseText', () => {
  it('has about the wanted size and is the same for the same seed', () => {
    const text = responseText({ bytes: 300_000, seed: 7 });
    expect(Math.abs(Buffer.byteLength(text) / 300_000 - 1)).toBeLessThan(0.1);
    expect(responseText({ bytes: 300_000, seed: 7 })).toBe(text);
    expect(responseText({ bytes: 300_000, seed: 8 })).not.toBe(text);
  });

  it('is consistent: outputs are the stripped texts of the choices in order, and the usage adds up', () => {
    const response = JSON.parse(responseText({ bytes: 100_000, seed: 1 }));
    const choices = response.provider_responses.flatMap((body: { choices: unknown[] }) => body.choices);
    expect(choices).toHaveLength(response.data.length);
    for (const [index, generation] of response.data.entries()) {
      expect(generation.raw_output).toBe(choices[index].text);
      expect(generation.output).toBe(generation.raw_output.trim());
    }
    const { prompt_tokens, generation_tokens, total_tokens } = response.usage;
    expect(prompt_tokens + generation_tokens).toBe(total_tokens);
  });
});

describe('a response with log probabilities', () => {
  it('has the size, and tokens that make up the text of each choice', () => {
    const text = responseText({ bytes: 400_000, seed: 7, kind: 'with' });
    expect(Math.abs(Buffer.byteLength(text) / 400_000 - 1)).toBeLessThan(0.15);
    const response = JSON.parse(text);
    const choices = response.provider_responses.flatMap((body: { choices: unknown[] }) => body.choices);
    expect(choices).toHaveLength(response.data.length);
    for (const [index, { message, logprobs }] of choices.entries()) {
      expect(logprobs.content.map(({ token }: { token: string }) => token).join('')).toBe(message.content);
      expect(message.content).toBe(response.data[index].raw_output);
      const { token, bytes, top_logprobs } = logprobs.content.at(-1);
      expect(Buffer.from(bytes).toString()).toBe(token);
      expect(top_logprobs[0]).toEqual({ token, logprob: logprobs.content.at(-1).logprob, bytes });
    }
  });

  it('is written into a file as the same text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'completion-inspector-'));
    const size = { bytes: 300_000, seed: 3, kind: 'with' } as const;
    expect(writeResponse(join(folder, 'response.json'), size)).toBe(JSON.parse(responseText(size)).data.length);
    expect(readFileSync(join(folder, 'response.json'), 'utf8')).toBe(responseText(size));
    rmSync(folder, { recursive: true });
  });
});

describe('the lines of a size', () => {
  const load = { firstRowsMs: 60, checkedMs: 150, completeMs: 400, longest: { ms: 20, ownMs: 19 } };
  const run = { ...load, sortMs: 1, filterFirstMs: 1, filterAllMs: 1, tasks: {}, selectMs: 5, searchMs: 9 };
  const line = (files: Parameters<typeof figuresOfSize>[0]['files'], what: string) =>
    figuresOfSize({ megabytes: 100, kind: 'without', files, pastes: [] }).find((one) => one.what === what);

  it('are ratios to what the same tab needed for bare JSON.parse', () => {
    const files = [{ ...run, readMs: 50, bareMs: 100 }];
    expect(line(files, 'file → first rows ÷ (read + bare)')).toMatchObject({ values: [0.4], limit: 0.4 });
    expect(line(files, 'file → complete ÷ bare')).toMatchObject({ values: [4], limit: 3 });
  });

  it('say why there is none where no string holds the text', () => {
    const files = [{ ...run, bareNote: 'not possible in one string' }];
    expect(line(files, 'file → complete ÷ bare')).toMatchObject({ values: [], note: 'not possible in one string' });
  });

  it('count memory above a blank page, in bytes of the file', () => {
    const memory = { blankMB: 40, startMB: 90, peakMB: 240, afterMB: 190, keptMB: 140 };
    expect(line([{ ...run, memory }], 'memory added, peak ÷ bytes')?.values).toEqual([2]);
    expect(line([{ ...run, memory }], 'memory added, after ÷ bytes')?.values).toEqual([1.5]);
  });
});

it('takes options in both spellings', () => {
  expect(optionOf(['--sizes', '1,10'], 'sizes')).toBe('1,10');
  expect(optionOf(['stages', '--sizes=1,10'], 'sizes')).toBe('1,10');
  expect(optionOf(['stages'], 'sizes')).toBeUndefined();
});

describe('longestTaskMs', () => {
  const thread = { pid: 1, tid: 2 };
  const mark = { ...thread, cat: 'blink.user_timing', name: 'load' };
  const task = { ...thread, cat: 'toplevel', name: 'ThreadControllerImpl::RunTask', ph: 'X' };
  const trace = (...events: readonly object[]) => Buffer.from(JSON.stringify({ traceEvents: events }));
  const load = [
    { ...mark, ph: 'b', ts: 10_000 },
    { ...mark, ph: 'e', ts: 50_000 },
  ];

  it('is the longest that overlaps the measure, on its own thread', () => {
    const events = [
      { ...task, ts: 0, dur: 9_000 },
      { ...task, ts: 9_500, dur: 4_000 },
      { ...task, ts: 20_000, dur: 3_000 },
      { ...task, tid: 3, ts: 20_000, dur: 30_000 },
      { ...task, ts: 50_000, dur: 40_000 },
    ];
    expect(longestTaskMs(trace(...events, ...load), 'load')).toBe(4);
    const rested = { ...task, ts: 15_000, dur: 9000, tdur: 500 };
    expect(longestTask(trace(...events, rested, ...load), 'load')).toEqual({ ms: 9, ownMs: 4 });
  });

  it('throws when the trace does not hold what it needs', () => {
    expect(() => longestTaskMs(trace(...load), 'load')).toThrow('no task');
    expect(() => longestTaskMs(trace({ ...task, ts: 0, dur: 1 }), 'load')).toThrow('no measure');
  });
});
