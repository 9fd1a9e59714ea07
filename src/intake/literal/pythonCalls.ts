// What stands in a repr as a call or in angle brackets: wrappers that are left out, scalars, objects by their fields. Opens frames; what is in them
// is read by `pythonLiteral.ts`.

import * as is from './characters.ts';
import { LiteralError } from './draft.ts';
import { state } from './frames.ts';
import { holdsPairs, isEmptyList, isoDate, type Meaning, meaningOf } from './pythonNames.ts';
import { frame, type PythonReading } from './pythonReading.ts';
import { decimalOf, putAngleText } from './pythonScalars.ts';
import { blankEnd } from './pythonStrings.ts';
import { itemEnd } from './skipBalanced.ts';

/** The call whose name begins at `from` and whose bracket stands at `open`. */
export function openCall(reading: PythonReading, name: string, from: number, open: number): void {
  const { draft, bytes, tally } = reading;
  const meaning = meaningOf(name);
  if ((meaning === 'decimal' || meaning === 'date') && putScalar(reading, name, meaning, from, open)) return;
  reading.at = open + 1;
  reading.blank();
  const isEmpty = bytes[reading.at] === is.closeParen;
  const isNamed = reading.argumentSign(reading.at) >= 0;
  if ((meaning === 'wrapper' || meaning === 'second') && !isNamed) {
    tally.add('wrapper', from);
    if (isEmpty) {
      reading.at++;
      draft.put(isEmptyList(name) ? '[]' : '{}', from, reading.at);
    } else openWrapper(reading, name, meaning, from);
    return;
  }
  tally.addName(name);
  tally.add('call', from);
  if (meaning === 'answer' && reading.frames.depth === 0) reading.answer = { name, others: [], from: 0, to: 0 };
  if (isEmpty || isNamed) {
    draft.put('{', from, open + 1);
    reading.push(frame.fields);
  } else {
    tally.add('unknown', from);
    draft.put(`{"__class__": ${JSON.stringify(name)}, "__args__": [`, from, open + 1);
    reading.push(frame.args);
  }
}

function putScalar(reading: PythonReading, name: string, meaning: Meaning, from: number, open: number): boolean {
  const { draft, tally } = reading;
  const isDate = meaning === 'date';
  // Longer ones are no scalar; the end is only looked for near by.
  const head = reading.text(open + 1, 400);
  const inside = (isDate ? /^(?:[^()']|\((?:[^()]|\([^()]*\))*\))*(?=\))/ : /^\s*['"][^'"\\\n]*['"]\s*(?=\))/).exec(
    head,
  )?.[0];
  if (inside === undefined) return false;
  const text = isDate ? isoDate(name, inside) : decimalOf(inside.trim().slice(1, -1));
  if (text === undefined) return false;
  reading.at = open + 2 + inside.length;
  tally.add(isDate ? 'date' : 'wrapper', from);
  if (text === 'NaN') tally.add('nan', from);
  if (text.endsWith('Infinity')) tally.add('infinity', from);
  draft.put(isDate ? JSON.stringify(text) : text, from, reading.at);
  return true;
}

/** Left out around what it holds. */
function openWrapper(reading: PythonReading, name: string, meaning: Meaning, from: number): void {
  const { draft, bytes } = reading;
  if (meaning === 'second') {
    const end = itemEnd(bytes, reading.at);
    if (bytes[end] !== is.comma) {
      if (bytes[end] !== is.closeParen) throw new LiteralError(end, 'A comma or `)` is expected');
      reading.at = end + 1;
      draft.put('{}', from, reading.at);
      return;
    }
    reading.at = end + 1;
    reading.blank();
  }
  draft.leaveOut(from, reading.at);
  reading.push(frame.inner);
  if (!holdsPairs(name) || bytes[reading.at] !== is.openBracket) return;
  reading.frames.states[reading.frames.depth - 1] = state.afterItem;
  draft.set(reading.at, is.openBrace);
  reading.push(frame.pairs);
  reading.at++;
}

/** Leaves out what stands between the value of a wrapper and the bracket that closes it: `dtype=float32`. */
export function leaveArguments(reading: PythonReading): void {
  const { draft, bytes, tally } = reading;
  const from = reading.at;
  let end = from;
  while (bytes[end] === is.comma) {
    const next = blankEnd(bytes, end + 1);
    end = itemEnd(bytes, next);
    if (end > next) tally.add('argument', next);
  }
  draft.leaveOut(from, end);
  reading.at = end;
}

/** `<Names.one: 'one'>` is its value; `<class 'x'>` and `<object at 0x7f>` are text. */
export function openAngle(reading: PythonReading): void {
  const { at } = reading;
  const head = reading.text(at, 200);
  const called = /^<class '([\w.<>]+)'>\(/.exec(head);
  if (called) {
    openCall(reading, called[1] ?? '', at, at + called[0].length - 1);
    return;
  }
  const member = /^<[\w.]+(?:: (?=['"\d{[(-]|True>|False>|None>)| (?=\{))/.exec(head);
  if (!member) {
    reading.at = putAngleText(reading.draft, reading.tally, at);
    return;
  }
  reading.tally.add('enumeration', at);
  reading.at = at + member[0].length;
  reading.draft.leaveOut(at, reading.at);
  reading.push(frame.member);
}
