import { expect, test } from 'vitest';
import { type Consensus, waysOf } from './consensus.ts';
import { consensusOf } from './consensusOf.ts';
import { waysLeft, weigh } from './follow.ts';

/** Segments as strings: what is shared as it is, a fork as `[most | … ]`, each way with its count. */
function read(texts: readonly string[], consensus: Consensus = consensusOf(texts)): readonly string[] {
  return Array.from({ length: consensus.segmentCount }, (_, segment) => {
    const ways = waysOf(consensus, segment, (sample) => texts[sample] ?? '');
    return ways.length === 1
      ? (ways[0]?.text ?? '')
      : `[${ways.map(({ text, count }) => `${text.trim()} ${count}`).join(' | ')}]`;
  });
}

test('what all share is read once, and at each fork what most samples say comes first', () => {
  const ask = (verb: string): string => `The gate ${verb} at dusk, and nobody may pass it before the morning.`;
  expect(read([ask('falls'), ask('closes'), ask('closes')])).toEqual([
    'The gate ',
    '[closes 2 | falls 1]',
    ' at dusk, and nobody may pass it before the morning.',
  ]);
});

test('passages that share a word by chance are one fork and not several', () => {
  const tell = (middle: string): string =>
    `Our lamp follows the daylight outside ${middle}, so your eyes never have to adjust.`;
  const found = read([
    tell('and shifts from cool white to the amber of evening'),
    tell('and changes with it'),
    tell('with a glow that shifts until the night'),
  ]);
  expect(found).toHaveLength(3);
  expect(found[1]).toBe(
    '[and shifts from cool white to the amber of evening 1 | and changes with it 1 | with a glow that shifts until the night 1]',
  );
});

test('choices on both sides of shared words that go together stay apart where the words between are five or more', () => {
  const say = (one: string, other: string): string => `${one} walks along the old river in ${other}`;
  expect(read([say('Ada', 'silence'), say('Ben', 'song'), say('Ada', 'silence'), say('Ben', 'song')])).toEqual([
    '[Ada 2 | Ben 2]',
    ' walks along the old river in ',
    '[silence 2 | song 2]',
  ]);
});

test('a text that says something else altogether stands apart, and the others are read along with each other', () => {
  const tell = (verb: string): string => `The harbour ${verb} its lamps when the last ferry has left for the island.`;
  const refusal = 'I am sorry, but I cannot help with this.';
  const texts = [tell('lights'), tell('dims'), refusal, tell('lights')];
  const consensus = consensusOf(texts);
  expect(read(texts, consensus)).toEqual([
    `[ 3 | ${refusal} 1]`,
    'The harbour ',
    '[lights 2 | dims 1]',
    ' its lamps when the last ferry has left for the island.',
  ]);
  expect(consensus.texts.filter(({ isApart }) => isApart)).toHaveLength(1);
  expect(weigh(consensus, [{ segment: 0, way: 1 }]).samples).toEqual([2]);
});

test('of two unrelated groups the one that more samples belong to is read', () => {
  const one = (end: string): string => `Rivers carry stones from the mountains down to the plain ${end}`;
  const other = (end: string): string => `Baking bread needs flour, water, salt, yeast and some patience ${end}`;
  const texts = [other('today'), one('slowly'), one('quickly'), other('always'), one('slowly')];
  const consensus = consensusOf(texts);
  const apart = texts.filter((_, sample) => consensus.texts[consensus.textOf[sample] ?? -1]?.isApart);
  expect(apart).toEqual([other('today'), other('always')]);
});

test('following a way weighs the others by the samples that went it, those of most first', () => {
  const say = (verb: string, end: string): string => `She ${verb} the long letter from her brother ${end} today`;
  const texts = [say('keeps', 'gladly'), say('keeps', 'sadly'), say('burns', 'sadly'), say('keeps', 'sadly')];
  const consensus = consensusOf(texts);
  const [verb, end] = consensus.forks;
  const { samples, counts } = weigh(consensus, [{ segment: verb ?? -1, way: 0 }]);
  expect(samples).toEqual([0, 1, 3]);
  expect(waysLeft(consensus, { texts: [], samples, counts }, verb ?? -1)).toEqual([{ way: 0, count: 3 }]);
  expect(waysLeft(consensus, { texts: [], samples, counts }, end ?? -1)).toEqual([
    { way: 0, count: 2 },
    { way: 1, count: 1 },
  ]);
});

test('no texts, one text and equal texts have no fork', () => {
  for (const texts of [[], ['only'], ['same', 'same'], ['', '']]) expect([...consensusOf(texts).forks]).toEqual([]);
  expect(read(['', 'a'])).toEqual(['[ 1 | a 1]']);
});

test('texts too long for words are compared by sentence, and it is said', () => {
  const line = 'The ferry left the harbour at dawn, and nobody on the pier looked back at it. ';
  const long = line.repeat(90_000);
  const { granularity, forks } = consensusOf([long, `${long}It returned at noon.`]);
  expect(granularity).toBe('sentence');
  expect(forks).toHaveLength(1);
});
