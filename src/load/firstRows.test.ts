import { describe, expect, it } from 'vitest';
import { responseText } from '../../e2e/bench/responseText.ts';
import { loadEvents } from '../../e2e/fixtures/loadEvents.ts';
import { recognise } from '../intake/recognise.ts';
import { pointerOf } from '../json/pointer.ts';
import { noSamples, withChunks } from '../response/samples/sampleChanges.ts';
import { earlyRows } from './firstRows.ts';

const encoder = new TextEncoder();
const early = (text: string) => {
  const head = recognise(encoder.encode(text).slice(0, 262_144));
  return head.isText ? earlyRows(head, undefined) : undefined;
};

const load = (text: string) => loadEvents({ file: new Blob([text]) });

describe('the start of a large response', () => {
  const text = responseText({ bytes: 5_000_000, seed: 4 });

  it('gives the same first rows as the whole, before the rest is read, and says that more follows', async () => {
    const events = await load(text);
    const [start, whole] = events.filter((event) => event.type === 'skimmed');
    expect(events.findIndex((event) => event.type === 'progress')).not.toBe(0);
    expect(start).toMatchObject({ isStart: true, bytes: encoder.encode(text).length, providerCount: 0 });
    expect(whole?.isStart).toBeUndefined();
    const rows = withChunks(noSamples, start?.chunks ?? []);
    const again = withChunks(noSamples, whole?.chunks ?? []);
    expect(rows.length).toBeGreaterThan(1);
    for (let at = 0; at < Math.min(rows.length, again.length); at++) expect(rows.at(at)).toEqual(again.at(at));
    expect(start?.firstOutput).toBe(whole?.firstOutput);
  });

  it('counts only generations that lie in it as a whole', () => {
    const event = early(text);
    const shown = new TextDecoder().decode(encoder.encode(text).slice(0, 262_144));
    expect(event?.generationCount).toBe(shown.split('"model_config_id"').length - 1);
    expect(withChunks(noSamples, event?.chunks ?? []).at(0)).toMatchObject({ pointer: pointerOf('data', 0) });
  });

  it('says nothing where the start does not tell', () => {
    const nothing = [
      ['a response that ends in it', '{"data":[{"output":"a"}]}'],
      ['no generation in it', `{"data":[{"output":"${'x'.repeat(300_000)}"}]}`],
      ['its lists behind it', `{"metadata":"${'x'.repeat(300_000)}","data":[{"output":"a"}]}`],
      ['broken before its lists', `{"metadata" 1,"data":[{"output":"a"},{"output":"${'x'.repeat(300_000)}"}]}`],
      ['another root', `[{"data":[{"output":"a"},{"output":"${'x'.repeat(300_000)}"}]}]`],
      ['another encoding', `\ufffe${'x'.repeat(300_000)}`],
    ] as const;
    for (const [what, other] of nothing) expect(early(other), what).toBeUndefined();
  });
});
