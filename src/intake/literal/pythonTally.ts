// What is counted while a text of Python is read, and the sentences that say what was changed. Knows Python's words, no grammar.

import { formatCount, listPhrase, plural } from '../../words/numbers.ts';
import { Tally } from './tally.ts';

export type PythonKind =
  | 'apostrophe'
  | 'escape'
  | 'guide'
  | 'colour'
  | 'assigned'
  | 'word'
  | 'nan'
  | 'infinity'
  | 'prefix'
  | 'bytes'
  | 'folded'
  | 'named'
  | 'wrapped'
  | 'tuple'
  | 'set'
  | 'call'
  | 'wrapper'
  | 'unknown'
  | 'argument'
  | 'date'
  | 'asText'
  | 'complex'
  | 'number'
  | 'key'
  | 'lost'
  | 'enumeration'
  | 'none'
  | 'comment'
  | 'prompt';

export type PythonTally = Tally<PythonKind>;

export function pythonTally(): PythonTally {
  return new Tally<PythonKind>();
}

/** Nothing else than Python writes these. Strings side by side are more often JSON without its comma. */
export function isSurelyPython(tally: PythonTally): boolean {
  return tally.has('word', 'nan', 'infinity', 'prefix', 'tuple', 'wrapper', 'call', 'date', 'enumeration', 'prompt');
}

/** Sentences, what matters most first. `place` says where a byte is: `line 3`. */
export function pythonNotes(tally: PythonTally, place: (byte: number) => string): readonly string[] {
  const notes: string[] = [];
  const say = (kind: PythonKind, sentence: (count: number, first: string) => string) => {
    const met = tally.of(kind);
    if (met)
      notes.push(sentence(met.count, met.count === 1 ? `(${place(met.first)})` : `(the first in ${place(met.first)})`));
  };
  say(
    'lost',
    (count, first) =>
      `${plural(count, 'place')} where Python printed \`...\` instead of a value ${first}: what stood there is lost. Print the response with \`json.dumps\` to have all of it.`,
  );
  say(
    'wrapped',
    (count, first) =>
      `${plural(count, 'line break')} inside a string ${first}: the console wrapped it, and a space may have stood there. The breaks are kept. Print with \`soft_wrap=True\`, or with \`json.dumps\`, to have the texts as they were.`,
  );
  say('bytes', (count, first) => `${plural(count, 'string')} of bytes ${first} ${are(count)} read as UTF-8.`);
  if (tally.names.size > 0) {
    const names = [...tally.names].map(([name, count]) => `\`${name}\`${count > 1 ? ` (${formatCount(count)})` : ''}`);
    notes.push(
      `Objects of ${tally.names.size === 1 ? 'this class are' : 'these classes are'} read as their fields: ${listPhrase(names)}.`,
    );
  }
  say(
    'wrapper',
    (count, first) =>
      `${plural(count, 'wrapper')} such as \`frozendict(…)\` ${first} ${are(count)} read as what is inside.`,
  );
  say(
    'unknown',
    (count, first) =>
      `${plural(count, 'call')} without names for all arguments ${first} ${count === 1 ? 'is kept as an object' : 'are kept as objects'} with \`__class__\` and \`__args__\`.`,
  );
  say(
    'argument',
    (count, first) => `${plural(count, 'further argument')} of such wrappers ${first} ${are(count)} left out.`,
  );
  say('date', (count, first) => `${plural(count, 'date')} ${first} ${are(count)} read as ISO 8601.`);
  say(
    'enumeration',
    (count, first) => `${plural(count, 'member')} of enumerations ${first} ${are(count)} read as the value.`,
  );
  say(
    'tuple',
    (count, first) => `${plural(count, 'tuple')} ${first} ${are(count)} read as ${count === 1 ? 'a list' : 'lists'}.`,
  );
  say(
    'set',
    (count, first) => `${plural(count, 'set')} ${first} ${are(count)} read as ${count === 1 ? 'a list' : 'lists'}.`,
  );
  say(
    'key',
    (count, first) =>
      `${plural(count, 'key')} that ${count === 1 ? 'is no string' : 'are no strings'} ${first} became ${count === 1 ? 'its' : 'their'} text.`,
  );
  say('complex', (count, first) => `${plural(count, 'complex number')} ${first} ${are(count)} kept as text.`);
  say(
    'number',
    (count, first) =>
      `${plural(count, 'number')} that JSON writes in another way ${first} ${are(count)} rewritten with the same value.`,
  );
  say(
    'asText',
    (count, first) =>
      `${plural(count, 'value')} that cannot be written in Python, such as \`<object at 0x…>\`, ${first} ${are(count)} kept as text.`,
  );
  say(
    'named',
    (count, first) => `${plural(count, 'character')} by name, \`\\N{…}\`, ${first} ${are(count)} left as written.`,
  );
  say('folded', (count, first) => `${plural(count, 'piece')} of folded strings ${first} ${are(count)} joined.`);
  say(
    'assigned',
    (count, first) =>
      `${plural(count, 'name')} that ${count === 1 ? 'a value is' : 'values are'} assigned to ${first} ${are(count)} left out.`,
  );
  say(
    'guide',
    (count, first) =>
      `${plural(count, 'line')} \`│\` that show${count === 1 ? 's' : ''} the depth ${first} ${are(count)} left out.`,
  );
  say('colour', (count, first) => `${plural(count, 'colour')} of a terminal ${first} ${are(count)} left out.`);
  say('comment', (count, first) => `${plural(count, 'comment')} ${first} ${are(count)} left out.`);
  say('prompt', (count, first) => `${plural(count, 'prompt')} of a console ${first} ${are(count)} left out.`);
  say(
    'none',
    (count, first) =>
      `${plural(count, 'lone value')} ${first}, such as what a printing function gives back, ${are(count)} left out.`,
  );
  if (tally.has('word', 'apostrophe')) {
    notes.push('Strings in single quotes, `None`, `True` and `False` are read as what JSON writes for them.');
  }
  return notes;
}

/** What is worth saying beside the form. */
export function pythonFacts(tally: PythonTally): readonly string[] {
  const facts: string[] = [];
  const nan = tally.of('nan');
  const infinity = tally.of('infinity');
  const lost = tally.of('lost');
  if (nan) facts.push(`${formatCount(nan.count)} NaN kept`);
  if (infinity) facts.push(`${formatCount(infinity.count)} Infinity kept`);
  if (lost) facts.push(`${plural(lost.count, 'place')} lost`);
  return facts;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
