import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurn, ranks } from './turns.ts';

let frames: (() => void)[] = [];
const nextFrame = (): void => {
  const due = frames;
  frames = [];
  for (const run of due) run();
};

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
});
afterEach(() => vi.unstubAllGlobals());

test('as much is drawn in a frame as it has time for, in the order in which it was asked for', () => {
  const drawn: string[] = [];
  for (const name of ['a', 'b', 'c']) inTurn(ranks.rest, 7000, () => drawn.push(name));
  expect(drawn).toEqual([]);
  nextFrame();
  expect(drawn).toEqual(['a', 'b']);
  nextFrame();
  expect(drawn).toEqual(['a', 'b', 'c']);
  expect(frames).toEqual([]);
});

test('what is heavier than a frame has one of its own', () => {
  const drawn: string[] = [];
  inTurn(ranks.rest, 10, () => drawn.push('light'));
  inTurn(ranks.rest, 90_000, () => drawn.push('heavy'));
  inTurn(ranks.rest, 10, () => drawn.push('last'));
  nextFrame();
  expect(drawn).toEqual(['light']);
  nextFrame();
  expect(drawn).toEqual(['light', 'heavy']);
  nextFrame();
  expect(drawn).toEqual(['light', 'heavy', 'last']);
});

test('text comes before marks, and both before what is out of view', () => {
  const drawn: string[] = [];
  inTurn(ranks.gone, 1, () => drawn.push('gone'));
  inTurn(ranks.rest, 1, () => drawn.push('rest'));
  inTurn(ranks.marks, 1, () => drawn.push('marks'));
  inTurn(ranks.text, 1, () => drawn.push('text'));
  nextFrame();
  expect(drawn).toEqual(['text', 'marks', 'rest', 'gone']);
});

test('what was taken back is not drawn, and what is asked for while drawing waits for the next frame', () => {
  const drawn: string[] = [];
  const takeBack = inTurn(ranks.text, 1, () => drawn.push('taken back'));
  inTurn(ranks.text, 1, () => {
    drawn.push('first');
    inTurn(ranks.text, 1, () => drawn.push('second'));
  });
  takeBack();
  nextFrame();
  expect(drawn).toEqual(['first']);
  nextFrame();
  expect(drawn).toEqual(['first', 'second']);
});
