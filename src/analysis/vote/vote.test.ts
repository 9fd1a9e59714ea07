import { expect, test } from 'vitest';
import { seededRandom } from '../../../e2e/seededRandom.ts';
import { wilsonInterval } from '../probability/wilson.ts';
import { passAtK, passInterval } from './passAtK.ts';
import { type Ballot, countVote, type Vote } from './vote.ts';

/** The same by definition, sample by sample, with other steps than the code. */
function reference(ballots: readonly Ballot[]) {
  const given = ballots.filter(({ answer }) => answer !== undefined);
  const countOf = (answer: string | undefined) => given.filter((one) => one.answer === answer).length;
  const weightOf = (answer: string | undefined) =>
    given
      .filter((one) => one.answer === answer && one.meanLogprob !== undefined)
      .reduce((sum, one) => sum + Math.E ** (one.meanLogprob ?? 0), 0);
  const names = [...new Set(given.map(({ answer }) => answer))];
  const most = Math.max(0, ...names.map(countOf));
  const heaviest = Math.max(0, ...names.map(weightOf));
  const total = names.reduce((sum, name) => sum + weightOf(name), 0);
  const [n, k] = [given.length, most];
  // The ends solve (k/n − p)² = z² p (1 − p) / n.
  const square = 1.959963984540054 ** 2;
  const [a, b, c] = [n + square, -(2 * k + square), k ** 2 / n];
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return {
    first: names.filter((name) => countOf(name) === most),
    heaviest: names.filter((name) => weightOf(name) > heaviest - 1e-9),
    shares: new Map(names.map((name) => [name, countOf(name) / n])),
    weightShares: new Map(names.map((name) => [name, weightOf(name) / total])),
    interval: n === 0 ? [0, 1] : [(-b - root) / (2 * a), (-b + root) / (2 * a)],
    entropy: given.reduce((sum, { answer }) => sum - Math.log(countOf(answer) / n) / n, 0),
    hasWeights: total > 0,
  };
}

const named = (vote: Vote, places: readonly number[]) => places.map((place) => vote.answers[place]?.answer);

function seededBallots(seed: number): readonly Ballot[] {
  const random = seededRandom(seed);
  const kinds = 1 + Math.floor(random() * 6);
  const withWeights = random();
  return Array.from({ length: 2 + Math.floor(random() * 60) }, () => ({
    answer: random() < 0.1 ? undefined : `answer ${Math.floor(random() ** 2 * kinds)}`,
    ...(random() < withWeights && { meanLogprob: -3 * random() }),
  }));
}

test('is equal to a plain computation within 1e-9 on 200 seeded cases', () => {
  let disagreements = 0;
  for (let seed = 0; seed < 200; seed++) {
    const ballots = seededBallots(seed);
    const vote = countVote(ballots);
    const expected = reference(ballots);
    expect(named(vote, vote.first).sort()).toEqual(vote.answered === 0 ? [] : [...expected.first].sort());
    expect(vote.entropy).toBeCloseTo(expected.entropy, 9);
    expect(vote.interval.from).toBeCloseTo(expected.interval[0] ?? 0, 9);
    expect(vote.interval.to).toBeCloseTo(expected.interval[1] ?? 1, 9);
    for (const { answer, share, weightShare } of vote.answers) {
      expect(share).toBeCloseTo(expected.shares.get(answer) ?? -1, 9);
      if (expected.hasWeights) expect(weightShare).toBeCloseTo(expected.weightShares.get(answer) ?? -1, 9);
    }
    expect(vote.weighted !== undefined).toBe(expected.hasWeights);
    if (vote.weighted === undefined) continue;
    expect(named(vote, vote.weighted.first).sort()).toEqual([...expected.heaviest].sort());
    const isDisagreement = !expected.heaviest.some((name) => expected.first.includes(name));
    expect(vote.weighted.isDisagreement).toBe(isDisagreement);
    if (isDisagreement) disagreements++;
  }
  expect(disagreements).toBeGreaterThan(10);
});

test('every planted disagreement of the plain and the weighted vote is flagged', () => {
  for (let seed = 0; seed < 100; seed++) {
    const random = seededRandom(1000 + seed);
    // One more sample says the first answer; those that say the other are likelier by more than that.
    const many = 2 + Math.floor(random() * 20);
    const unlikely = Array.from({ length: many + 1 }, () => ({ answer: 'many', meanLogprob: -2 - random() }));
    const likely = Array.from({ length: many }, () => ({ answer: 'likely', meanLogprob: -0.4 * random() }));
    const vote = countVote([...unlikely, ...likely, { answer: undefined }]);
    expect(named(vote, vote.first)).toEqual(['many']);
    expect(vote.weighted).toMatchObject({ voters: 2 * many + 1, isDisagreement: true });
    expect(named(vote, vote.weighted?.first ?? [])).toEqual(['likely']);
    const agreeing = countVote([...unlikely, ...likely.slice(0, 1)].map(({ answer }) => ({ answer, meanLogprob: -1 })));
    expect(agreeing.weighted?.isDisagreement).toBe(false);
  }
});

test('samples without an answer stand apart, and only those with a mean log probability weigh', () => {
  const vote = countVote([
    { answer: 'a', meanLogprob: -1 },
    { answer: undefined, meanLogprob: -0.1 },
    { answer: 'b' },
    { answer: 'a' },
  ]);
  expect(vote).toMatchObject({
    sampleCount: 4,
    answered: 3,
    silent: [1],
    first: [0],
    margin: 1,
    weighted: { voters: 1 },
  });
  expect(vote.answers.map(({ answer, samples, weight }) => [answer, samples, weight])).toEqual([
    ['a', [0, 3], Math.exp(-1)],
    ['b', [2], 0],
  ]);
});

test('a tie has more than one first, no margin, and is settled by the weights without a disagreement', () => {
  const vote = countVote([
    { answer: 'a', meanLogprob: -1 },
    { answer: 'b', meanLogprob: -0.5 },
  ]);
  expect(vote).toMatchObject({ first: [0, 1], margin: 0, weighted: { first: [1], isDisagreement: false } });
  expect(countVote([{ answer: undefined }])).toMatchObject({ answered: 0, first: [], answers: [], entropy: 0 });
});

test('the entropy of distinct answers is 0 where all agree and ln k for k equally frequent ones', () => {
  expect(countVote([{ answer: 'a' }, { answer: 'a' }]).entropy).toBe(0);
  expect(countVote(['a', 'b', 'c', 'd'].map((answer) => ({ answer }))).entropy).toBeCloseTo(Math.log(4), 12);
});

test('the interval of Wilson has the published ends', () => {
  // 81 of 263: 0.2553 to 0.3662 (Newcombe, Statistics in Medicine 17, 1998, method 3); 0 of 20: 0 to 0.1611.
  expect(wilsonInterval(81, 263).from).toBeCloseTo(0.2553, 4);
  expect(wilsonInterval(81, 263).to).toBeCloseTo(0.3662, 4);
  expect(wilsonInterval(0, 20)).toEqual({ from: 0, to: expect.closeTo(0.1611, 4) });
  expect(wilsonInterval(20, 20)).toEqual({ from: expect.closeTo(0.8389, 4), to: 1 });
});

function choose(n: number, k: number): bigint {
  let product = 1n;
  for (let i = 0n; i < BigInt(k); i++) product = (product * (BigInt(n) - i)) / (i + 1n);
  return k > n ? 0n : product;
}

test('pass@k is 1 − C(n − c, k) / C(n, k), to the last digit of exact integers', () => {
  const random = seededRandom(7);
  for (let run = 0; run < 200; run++) {
    const n = 1 + Math.floor(random() * 300);
    const c = Math.floor(random() * (n + 1));
    const k = 1 + Math.floor(random() * n);
    const exact = 1 - Number((choose(n - c, k) * 10n ** 18n) / choose(n, k)) / 1e18;
    expect(passAtK(n, c, k)).toBeCloseTo(exact, 9);
  }
});

test('the interval of pass@1 is that of Wilson, and rises with k', () => {
  const wilson = wilsonInterval(3, 10);
  expect(passInterval(10, 3, 1).estimate).toBeCloseTo(0.3, 12);
  expect(passInterval(10, 3, 1).interval.from).toBeCloseTo(wilson.from, 12);
  expect(passInterval(10, 3, 1).interval.to).toBeCloseTo(wilson.to, 12);
  for (let k = 2; k <= 10; k++) {
    const [before, now] = [passInterval(10, 3, k - 1).interval, passInterval(10, 3, k).interval];
    expect(now.from).toBeGreaterThan(before.from);
    expect(now.to).toBeGreaterThanOrEqual(before.to);
  }
  expect(passInterval(10, 0, 5)).toMatchObject({ estimate: 0, interval: { from: 0 } });
});
