// What is counted while a text of JavaScript is read, and the sentences that say what was changed. Knows JavaScript's words, no grammar.

import { formatCount, listPhrase, plural } from '../../words/numbers.ts';
import { Tally } from './tally.ts';

export type ScriptKind =
  | 'apostrophe'
  | 'escape'
  | 'template'
  | 'joined'
  | 'wrapped'
  | 'unquoted'
  | 'keyText'
  | 'undefined'
  | 'nan'
  | 'infinity'
  | 'number'
  | 'bigint'
  | 'word'
  | 'date'
  | 'lost'
  | 'cutText'
  | 'asText'
  | 'boxed'
  | 'map'
  | 'set'
  | 'reference'
  | 'comment'
  | 'colour'
  | 'assigned'
  | 'type'
  | 'prompt'
  | 'semicolon'
  | 'none';

export type ScriptTally = Tally<ScriptKind>;

export function scriptTally(): ScriptTally {
  return new Tally<ScriptKind>();
}

/** A console printed it: no program says this. */
export function isPrinted(tally: ScriptTally): boolean {
  return tally.has('lost', 'cutText', 'asText', 'boxed', 'map', 'set', 'reference', 'colour') || tally.names.size > 0;
}

/** Nothing else than JavaScript is written in this way. */
export function isSurelyScript(tally: ScriptTally): boolean {
  return isPrinted(tally) || tally.has('unquoted', 'undefined', 'template', 'bigint', 'word', 'date', 'type', 'joined');
}

/** One key without quotes is more often JSON with a mistake. */
export function isMostlyScript(tally: ScriptTally): boolean {
  return isPrinted(tally) || tally.has('apostrophe', 'template', 'type') || (tally.of('unquoted')?.count ?? 0) > 2;
}

const wholeWords =
  'Print all of it with `JSON.stringify(x)`, or with `util.inspect(x, { depth: null, maxArrayLength: null, maxStringLength: null })`.';

/** Sentences, what matters most first. `place` says where a byte is: `line 3`. */
export function scriptNotes(tally: ScriptTally, place: (byte: number) => string): readonly string[] {
  const notes: string[] = [];
  const say = (kind: ScriptKind, sentence: (count: number, first: string) => string) => {
    const met = tally.of(kind);
    if (met === undefined) return;
    notes.push(sentence(met.count, met.count === 1 ? `(${place(met.first)})` : `(the first in ${place(met.first)})`));
  };
  say(
    'lost',
    (count, first) =>
      `${plural(count, 'value')} that the console left out, such as \`[Object]\` ${first}: what stood there is lost, and is marked \`lost\`. ${wholeWords}`,
  );
  say(
    'cutText',
    (count, first) => `${plural(count, 'text')} that the console cut ${first}: the end is lost. ${wholeWords}`,
  );
  say(
    'wrapped',
    (count, first) =>
      `${plural(count, 'line break')} inside a string ${first} ${are(count)} kept: a console may have put ${count === 1 ? 'it' : 'them'} in.`,
  );
  if (tally.names.size > 0) {
    const names = [...tally.names].map(([name, count]) => `\`${name}\`${count > 1 ? ` (${formatCount(count)})` : ''}`);
    notes.push(`Names of classes are left out: ${listPhrase(names)}.`);
  }
  say('undefined', (count, first) => `${formatCount(count)} \`undefined\` ${first} ${are(count)} read as \`null\`.`);
  say(
    'map',
    (count, first) =>
      `${plural(count, 'Map')} ${first} ${are(count)} read as ${count === 1 ? 'an object' : 'objects'}.`,
  );
  say(
    'set',
    (count, first) => `${plural(count, 'Set')} ${first} ${are(count)} read as ${count === 1 ? 'a list' : 'lists'}.`,
  );
  say('date', (count, first) => `${plural(count, 'date')} ${first} ${are(count)} read as text.`);
  say(
    'bigint',
    (count, first) =>
      `${formatCount(count)} BigInt ${first} ${are(count)} read as ${count === 1 ? 'a number' : 'numbers'} with all digits.`,
  );
  say(
    'number',
    (count, first) =>
      `${plural(count, 'number')} that JSON writes in another way ${first} ${are(count)} rewritten with the same value.`,
  );
  say('boxed', (count, first) => `${plural(count, 'boxed value')} ${first} ${are(count)} read as what is inside.`);
  say(
    'asText',
    (count, first) =>
      `${plural(count, 'value')} that JSON has no word for, such as functions and symbols, ${first} ${are(count)} kept as text.`,
  );
  say(
    'keyText',
    (count, first) =>
      `${plural(count, 'key')} that ${count === 1 ? 'is no string' : 'are no strings'} ${first} became ${count === 1 ? 'its' : 'their'} text.`,
  );
  say('reference', (count, first) => `${plural(count, 'mark')} \`<ref *1>\` ${first} ${are(count)} left out.`);
  say(
    'joined',
    (count, first) => `${plural(count, 'piece')} of strings that \`+\` joins ${first} ${are(count)} joined.`,
  );
  say('comment', (count, first) => `${plural(count, 'comment')} ${first} ${are(count)} left out.`);
  say('type', (count, first) => `${plural(count, 'type')} of TypeScript ${first} ${are(count)} left out.`);
  say(
    'assigned',
    (count, first) =>
      `${plural(count, 'name')} that ${count === 1 ? 'a value is' : 'values are'} assigned to ${first} ${are(count)} left out.`,
  );
  say('colour', (count, first) => `${plural(count, 'colour')} of a terminal ${first} ${are(count)} left out.`);
  say('semicolon', (count, first) => `${plural(count, 'semicolon')} ${first} ${are(count)} left out.`);
  say('prompt', (count, first) => `${plural(count, 'prompt')} of a console ${first} ${are(count)} left out.`);
  say('none', (count, first) => `${plural(count, 'lone value')} ${first} ${are(count)} left out.`);
  if (tally.has('unquoted', 'apostrophe', 'template')) {
    notes.push('Keys without quotes and strings in other quotes are read as what JSON writes for them.');
  }
  return notes;
}

/** What is worth saying beside the form. */
export function scriptFacts(tally: ScriptTally): readonly string[] {
  const facts: string[] = [];
  const lost = (tally.of('lost')?.count ?? 0) + (tally.of('cutText')?.count ?? 0);
  const nan = tally.of('nan');
  const infinity = tally.of('infinity');
  if (lost > 0) facts.push(`${plural(lost, 'value')} lost`);
  if (nan) facts.push(`${formatCount(nan.count)} NaN kept`);
  if (infinity) facts.push(`${formatCount(infinity.count)} Infinity kept`);
  return facts;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
