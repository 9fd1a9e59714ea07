// The laws of the examples that the start screen offers: true sizes, tokens that spell their text, counts that add up.
// Only flawed.json may break them, and only where it is meant to.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stripLikePython } from './fixtures/build.ts';

interface Entry {
  readonly file: string;
  readonly title: string;
  readonly note: string;
  readonly bytes: number;
  /** Lengths of the outputs with their tool calls, relative to the longest. */
  readonly shape: readonly number[];
}

interface Generation {
  readonly id: string;
  readonly index: number;
  readonly output: string;
  readonly raw_output: string;
  readonly finish_reason: string | null;
  readonly tool_calls?: readonly { readonly id: string; readonly function: { readonly arguments: string } }[];
}

interface Logprobs {
  readonly tokens: readonly string[];
  readonly token_logprobs: readonly number[];
  readonly top_logprobs: readonly Readonly<Record<string, number>>[] | null;
  readonly text_offset: readonly number[];
}

interface Choice {
  readonly index: number;
  readonly text?: string;
  readonly message?: { readonly content: string };
  readonly logprobs: Logprobs | null;
  readonly finish_reason: string | null;
}

interface Block {
  readonly type: string;
  readonly text?: string;
  readonly id?: string;
  readonly input?: unknown;
}

interface ProviderResponse {
  readonly choices?: readonly Choice[];
  readonly content?: readonly Block[];
  readonly stop_reason?: string;
  readonly usage: Readonly<Record<string, number>>;
}

interface Example {
  readonly num_samples: number;
  readonly logprobs: number | null;
  readonly data: readonly Generation[];
  readonly usage: { readonly prompt_tokens: number; readonly generation_tokens: number; readonly total_tokens: number };
  readonly provider_responses: readonly ProviderResponse[];
  readonly provider_request: { readonly prompt?: string; readonly max_tokens: number };
}

const folderUrl = new URL('../public/examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folderUrl));
const parse = (file: string): Example => JSON.parse(read(file).toString());
const entries: readonly Entry[] = JSON.parse(read('index.json').toString());
const files = entries.map((entry) => entry.file);
const sound = files.filter((file) => file !== 'flawed.json');

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const codePoints = (text: string) => [...text].length;

function sizeOf({ output, tool_calls }: Generation): number {
  return codePoints(output) + sum((tool_calls ?? []).map((call) => codePoints(call.function.arguments)));
}

function choicesOf(example: Example): readonly Choice[] {
  return example.provider_responses.flatMap((response) => response.choices ?? []);
}

describe('the list of examples', () => {
  it('names every file of the folder once', () => {
    const present = readdirSync(folderUrl).filter((name) => name !== 'index.json');
    expect([...files].sort()).toEqual(present.sort());
  });

  it.each(entries)('says the size and the shape of $file', ({ file, title, note, bytes, shape }) => {
    expect(read(file).length).toBe(bytes);
    expect(title).not.toBe('');
    expect(note).not.toBe('');
    const sizes = parse(file).data.map(sizeOf);
    const longest = Math.max(...sizes);
    expect(shape).toHaveLength(sizes.length);
    shape.forEach((part, i) => {
      expect(Math.abs(part - (sizes[i] ?? 0) / longest)).toBeLessThan(0.0051);
    });
  });
});

describe.each(sound)('%s', (file) => {
  const example = parse(file);

  it('numbers its generations from 0 and gives each an id of its own', () => {
    expect(example.data.map((generation) => generation.index)).toEqual(example.data.map((_, i) => i));
    expect(new Set(example.data.map((generation) => generation.id)).size).toBe(example.num_samples);
    expect(example.data).toHaveLength(example.num_samples);
  });

  it('has outputs that are the stripped raw outputs', () => {
    for (const { output, raw_output } of example.data) expect(output).toBe(stripLikePython(raw_output));
  });

  it('has token counts that add up and equal those of the provider', () => {
    const { prompt_tokens, generation_tokens, total_tokens } = example.usage;
    expect(prompt_tokens + generation_tokens).toBe(total_tokens);
    const usages = example.provider_responses.map((response) => response.usage);
    expect(sum(usages.map((usage) => usage.prompt_tokens ?? usage.input_tokens ?? NaN))).toBe(prompt_tokens);
    expect(sum(usages.map((usage) => usage.completion_tokens ?? usage.output_tokens ?? NaN))).toBe(generation_tokens);
    for (const usage of usages.filter((one) => 'total_tokens' in one)) {
      expect((usage.prompt_tokens ?? NaN) + (usage.completion_tokens ?? NaN)).toBe(usage.total_tokens);
    }
  });

  it('has what its provider said, in the same order', () => {
    const choices = choicesOf(example);
    if (choices.length > 0) {
      expect(
        choices.map((choice) => [choice.index, choice.text ?? choice.message?.content, choice.finish_reason]),
      ).toEqual(example.data.map((generation) => [generation.index, generation.raw_output, generation.finish_reason]));
      return;
    }
    expect(example.provider_responses).toHaveLength(example.data.length);
    example.data.forEach((generation, i) => {
      const { content = [], stop_reason } = example.provider_responses[i] ?? {};
      expect([generation.finish_reason, stop_reason]).toEqual(['tool_call', 'tool_use']);
      expect(content.map((block) => block.text ?? '').join('')).toBe(generation.raw_output);
      const uses = content.filter((block) => block.type === 'tool_use');
      expect(uses.map((block) => [block.id, block.input])).toEqual(
        (generation.tool_calls ?? []).map((call) => [call.id, JSON.parse(call.function.arguments)]),
      );
    });
  });
});

const withTokens = sound.filter((file) => choicesOf(parse(file)).some((choice) => choice.logprobs));

describe.each(withTokens)('the tokens of %s', (file) => {
  const example = parse(file);
  const choices = choicesOf(example).flatMap(({ text, logprobs }) => (logprobs ? [{ ...logprobs, text }] : []));

  it('spell their texts and are as many as were counted', () => {
    for (const { tokens, text } of choices) expect(tokens.join('')).toBe(text);
    expect(sum(choices.map((choice) => choice.tokens.length))).toBe(example.usage.generation_tokens);
  });

  it('have one log probability, one list of alternatives and one offset each', () => {
    for (const { tokens, token_logprobs, top_logprobs, text_offset } of choices) {
      expect(token_logprobs).toHaveLength(tokens.length);
      expect(top_logprobs?.length ?? tokens.length).toBe(tokens.length);
      const start = codePoints(example.provider_request.prompt ?? '');
      expect(text_offset).toEqual(tokens.map((_, t) => start + codePoints(tokens.slice(0, t).join(''))));
    }
  });

  it('have alternatives as many as asked, which add up to one at most and agree about the chosen one', () => {
    for (const { tokens, token_logprobs, top_logprobs } of choices) {
      expect(token_logprobs.every((value) => value <= 0)).toBe(true);
      (top_logprobs ?? []).forEach((top, t) => {
        expect(Object.keys(top)).toHaveLength(example.logprobs ?? 0);
        expect(sum(Object.values(top).map(Math.exp))).toBeLessThan(1.001);
        expect(top[tokens[t] ?? ''] ?? token_logprobs[t]).toBe(token_logprobs[t]);
      });
    }
  });

  it('are the same with the same values wherever the text is the same', () => {
    for (const choice of choices) expect(choice).toEqual(choices.find((other) => other.text === choice.text));
  });

  it('reach the token limit only where the reason says so', () => {
    const counts = choices.map((choice) => choice.tokens.length);
    expect(counts.map((count) => count >= example.provider_request.max_tokens)).toEqual(
      example.data.map((generation) => generation.finish_reason === 'length'),
    );
  });
});

describe('what each example is there to show', () => {
  const distinct = (file: string) => {
    const outputs = parse(file).data.map((generation) => generation.output);
    return [...new Set(outputs)].map((output) => outputs.filter((other) => other === output).length);
  };

  it('has eight taglines in groups of 3, 2, 1, 1 and 1, with probabilities of some interest', () => {
    expect(distinct('fernlight-taglines.json')).toEqual([3, 1, 2, 1, 1]);
    const means = choicesOf(parse('fernlight-taglines.json')).map(({ logprobs }) => {
      const values = logprobs?.token_logprobs ?? [];
      return (sum(values) / values.length).toFixed(3);
    });
    expect(means).toEqual(['-0.309', '-0.349', '-0.309', '-0.302', '-0.386', '-0.309', '-0.302', '-0.368']);
  });

  it('has three equal answers', () => {
    expect(distinct('three-alike.json')).toEqual([3]);
  });

  it('has two of four cut at the limit and one with white space to strip', () => {
    const { data } = parse('cut-at-limit.json');
    expect(data.filter((generation) => generation.finish_reason === 'length')).toHaveLength(2);
    expect(data.filter((generation) => generation.output !== generation.raw_output)).toHaveLength(1);
  });

  it('has tool calls whose arguments differ', () => {
    const calls = parse('tool-calls.json').data.map((generation) => generation.tool_calls?.[0]?.function.arguments);
    expect(new Set(calls).size).toBe(4);
  });

  it('has seven outputs that are JSON and one that was cut before its end', () => {
    const parses = parse('facts-json.json').data.map(({ output }) => {
      try {
        return typeof JSON.parse(output) === 'object';
      } catch {
        return false;
      }
    });
    expect(parses).toEqual([true, true, true, true, true, false, true, true]);
  });

  it('has one response with exactly the faults it is meant to have', () => {
    const { data, usage, provider_responses } = parse('flawed.json');
    const text = read('flawed.json').toString();
    expect(data.map((generation) => generation.index)).toEqual([0, 1, 1, 3, 4, 5]);
    expect(usage.prompt_tokens + usage.generation_tokens).not.toBe(usage.total_tokens);
    expect(usage.generation_tokens).toBe(provider_responses[0]?.usage.completion_tokens);
    const notStripped = data.filter(({ output, raw_output }) => output !== stripLikePython(raw_output));
    expect(notStripped.map((generation) => data.indexOf(generation))).toEqual([1]);
    expect(data.map((generation) => generation.output.includes('\ufffd')).indexOf(true)).toBe(4);
    expect(data[3]).toMatchObject({ output: '', raw_output: expect.stringMatching(/^\s+$/) });
    expect(data[5]?.finish_reason).toBeNull();
    expect(text.match(/"reviewer":/g)).toHaveLength(2);
    expect(text).toContain('10570679248326920000');
  });
});
