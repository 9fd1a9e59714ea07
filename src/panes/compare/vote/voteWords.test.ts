import { expect, test } from 'vitest';
import { countVote } from '../../../analysis/vote/vote.ts';
import { disagreementSentence, entropyWords, quoted, resultSentence, votersSentence } from './voteWords.ts';

const vote = (...answers: readonly (string | undefined)[]) => countVote(answers.map((answer) => ({ answer })));
const sentence = (...answers: readonly (string | undefined)[]) => {
  const counted = vote(...answers);
  return resultSentence(counted, (place) => counted.answers[place]?.answer ?? '');
};

test('the result is one sentence, whoever wins', () => {
  expect(sentence('a', 'a', 'a', 'b')).toBe(
    '“a” wins with 3 of 4 samples (75 %, 95 % interval 30 % to 95 %), 2 ahead of “b”.',
  );
  expect(sentence('a', 'a', 'b', 'c', undefined)).toBe(
    '“a” wins with 2 of 4 samples with an answer (50 %, 95 % interval 15 % to 85 %), 1 ahead of 2 others. 1 sample without an answer.',
  );
  expect(sentence('a', 'a', 'b', 'b', 'c')).toBe('A tie: “a”, “b” have 2 of 5 samples each.');
  expect(sentence('a', 'b')).toBe('The 2 samples disagree.');
  expect(sentence('a', 'b', 'c', undefined)).toBe(
    'No two of 3 samples with an answer agree. 1 sample without an answer.',
  );
  expect(sentence('a', 'a')).toBe('All 2 samples say “a”.');
  expect(sentence('a', undefined)).toBe('Only 1 of 2 samples gives an answer: “a”.');
  expect(sentence(undefined)).toBe('No sample gives an answer this way.');
});

test('where the weights say another answer it is said plainly, and how many take part', () => {
  const counted = countVote([
    { answer: 'a', meanLogprob: -3 },
    { answer: 'a', meanLogprob: -3 },
    { answer: 'b', meanLogprob: -0.1 },
    { answer: 'c' },
  ]);
  const nameOf = (place: number) => counted.answers[place]?.answer ?? '';
  expect(disagreementSentence(counted, nameOf)).toBe(
    'The vote weighted by confidence gives another answer: “b” has 90 % of the weight, “a” 10 %.',
  );
  expect(votersSentence(counted)).toBe(
    '3 of 4 samples with an answer have log probabilities and take part in the weighted vote.',
  );
  expect(disagreementSentence(vote('a', 'b'), nameOf)).toBeUndefined();
});

test('long answers are quoted by their beginning, on one line', () => {
  expect(quoted(' one\n two ')).toBe('“one two”');
  expect(quoted('x'.repeat(80))).toBe(`“${'x'.repeat(60)}…”`);
  expect(entropyWords(vote('a', 'b'))).toBe('0.693 nats of at most 0.693 for 2 answers');
  expect(entropyWords(vote('a', 'a'))).toBe('0.000 nats');
});
