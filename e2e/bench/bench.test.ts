// What the bench measures with: its documents and its reading of a trace.
import { describe, expect, it } from 'vitest';
import { longestTaskMs } from './mainThread.ts';
import { responseText } from './responseText.ts';

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
  });

  it('throws when the trace does not hold what it needs', () => {
    expect(() => longestTaskMs(trace(...load), 'load')).toThrow('no task');
    expect(() => longestTaskMs(trace({ ...task, ts: 0, dur: 1 }), 'load')).toThrow('no measure');
  });
});
