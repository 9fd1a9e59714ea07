// How long groups and clusters of thousands of answers take. Pure, so that it runs in a tab as on Node. Knows the analysis and invented texts.
import { clustersAt } from '../../src/analysis/similarity/clusters.ts';
import { compareSamples } from '../../src/analysis/similarity/compareSamples.ts';
import { groupTexts } from '../../src/analysis/textGroups.ts';
import { editedTexts } from './editedTexts.ts';

const generationCount = 5000;
/** So many of the answers are different. */
const differentCount = 4000;
const families = 50;
const wordCount = 200;
const runs = 3;

/** 5,000 answers of about 200 words: fifty families of edits of one original each, every fifth answer a repetition. */
export function manyAnswers(seed: number, count = generationCount, different = differentCount): readonly string[] {
  const perFamily = different / families;
  const texts = Array.from({ length: families }, (_, family) =>
    editedTexts({ count: perFamily, length: wordCount, rate: 0.05, seed: seed * families + family }),
  ).flatMap((family) => family.map(({ text }) => text));
  return Array.from({ length: count }, (_, at) => texts[(at * 7) % texts.length] ?? '');
}

export interface DistinctFigures {
  readonly groups: number;
  readonly clusters: number;
  readonly groupsMs: number;
  readonly normalisedMs: number;
  readonly clustersMs: number;
  readonly thresholdMs: number;
}

/** Groups and clusters of the answers, and what each step took. */
export function distinctFigures(answers: readonly string[]): DistinctFigures {
  const start = performance.now();
  const { groups } = groupTexts(answers);
  const grouped = performance.now();
  groupTexts(answers, { ignoresCase: true, ignoresWhiteSpace: true });
  const normalised = performance.now();
  const similarities = compareSamples(answers);
  const compared = performance.now();
  const clusters = clustersAt(similarities.clustering, 0.6);
  return {
    groups: groups.length,
    clusters: clusters.length,
    groupsMs: grouped - start,
    normalisedMs: normalised - grouped,
    clustersMs: compared - normalised,
    thresholdMs: performance.now() - compared,
  };
}

/** The lines of the bench, in milliseconds. */
export function measureDistinct(): readonly {
  readonly what: string;
  readonly valuesMs: readonly number[];
  readonly limitMs?: number;
}[] {
  const figures = Array.from({ length: runs }, (_, run) => distinctFigures(manyAnswers(run + 1)));
  const of = (key: 'groupsMs' | 'normalisedMs' | 'clustersMs' | 'thresholdMs') => figures.map((one) => one[key]);
  return [
    { what: '5,000 generations: distinct groups (Node)', valuesMs: of('groupsMs'), limitMs: 1000 },
    { what: '5,000 generations: groups ignoring case and space (Node)', valuesMs: of('normalisedMs') },
    { what: '5,000 generations: all similarities and clusters (Node)', valuesMs: of('clustersMs') },
    { what: '5,000 generations: clusters at another threshold (Node)', valuesMs: of('thresholdMs') },
  ];
}
