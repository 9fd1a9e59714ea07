// Provider bodies with invented tokens and log probabilities, seeded: every way of listing them, written in every way, with what goes wrong in
// the wild. Knows the shapes of providers, nothing of the product.

import { type Drawn, pick, type Random, shapes } from './tokenShapes.ts';

const pieces = [
  'the',
  ' lamp',
  ' ',
  '\n',
  '"',
  '\\',
  ' é',
  '“',
  '🙂',
  '光',
  '.',
  ' 12',
  '<',
  '\t',
  'ä',
  ' <b>',
  '\\x',
  '\u2028',
  'a',
];
const oddPieces = [
  '<|endoftext|>',
  '</s>',
  '<s>',
  '[EOS]',
  '▁is',
  '<0xE2>',
  '<|newline|>',
  'bytes:\\xe2\\x80',
  'bytes: \\x99',
  '\\xf0\\x9f',
  'byte: \\x99',
  '\ufffd',
  '',
  '\ud83d',
  'user',
  '<|im_end|>',
  'bytes:red',
];
const values: readonly unknown[] = [
  0,
  -0.5,
  -1,
  -1.25,
  -9999,
  -1000,
  -100,
  null,
  'NaN',
  '-inf',
  -0.31725305318832397,
  -1.9361264946837764e-7,
  -1e-9,
  1e-9,
  2e-6,
  0.9,
  1,
  -1e300,
  -30,
  -0.00011,
  true,
  {},
  -99.99999999,
];

const encoder = new TextEncoder();

function draw(random: Random, damage: number): Drawn {
  const text = random() < damage ? pick(random, oddPieces) : pick(random, pieces);
  const value = random() < damage ? pick(random, values) : -random() * (random() < 0.1 ? 1e-7 : 3);
  // Much for one of several, and the same text more than once.
  const isOdd = random() < 0.05;
  const others = Array.from({ length: Math.floor(random() * 4) }, () => ({
    text: random() < damage ? pick(random, oddPieces) : pick(random, pieces),
    value: random() < damage ? pick(random, values) : -(isOdd ? 0.1 : 1.5) - random() * 9,
  }));
  const own = { text, value: random() < damage ? pick(random, values) : value };
  const different = others.filter((other) => other.text !== text || isOdd || random() < damage);
  if (random() < 0.8) different.splice(Math.floor(random() * (different.length + 1)), 0, own);
  return { text, bytes: Array.from(encoder.encode(text)), value, others: different };
}

/** A body of one choice in one of the shapes. */
export function tokenBody(random: Random): { readonly body: unknown; readonly prompt: string } {
  const damage = pick(random, [0, 0, 0.02, 0.3]);
  const tokens = Array.from({ length: Math.floor(random() * random() * 24) }, () => draw(random, damage));
  let text = tokens.map((token) => token.text).join('');
  let prompt = 'the';
  const fate = random();
  if (fate < 0.15) text = text.slice(0, Math.floor(random() * text.length));
  else if (fate < 0.22) text += pick(random, pieces);
  else if (fate < 0.28) text = text.slice(Math.floor(random() * text.length));
  else if (fate < 0.34 && text !== '') {
    const at = Math.floor(random() * text.length);
    text = text.slice(0, at) + pick(random, pieces) + text.slice(at + 1);
  } else if (fate < 0.4) {
    // Bytes that only the tokens lose.
    text = text.replaceAll('\ufffd', '“').replaceAll('▁', ' ');
  }
  if (random() < 0.2 && tokens[0]) {
    tokens[0].value = pick(random, [null, 0]);
    prompt = text.slice(0, Math.floor(random() * text.length));
  }
  const shaped = pick(random, shapes)(tokens, text, random, damage);
  return { body: shaped, prompt };
}
