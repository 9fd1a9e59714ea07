// What always holds in src/json, as functions that throw at the first disagreement; run short by the tests and long by `npm run fuzz`.

import fc from 'fast-check';
import { codeFrame } from '../../src/json/codeFrame.ts';
import { createDocument } from '../../src/json/document.ts';
import { byteAt, indexLines, placeAt } from '../../src/json/lines.ts';
import { incompleteNode, kindCode, kindOf, type NodeTable } from '../../src/json/nodeTable.ts';
import {
  childPointer,
  type Pointer,
  parsePointer,
  pointerFromKeys,
  pointerKeys,
  rootPointer,
} from '../../src/json/pointer.ts';
import { skim } from '../../src/json/skim.ts';
import { type StrictResult, startStrictPass, strictPass } from '../../src/json/strict.ts';
import { lexeme, previewString } from '../../src/json/text.ts';
import { buildValue, type JsonValue, readValue } from '../../src/json/value.ts';
import {
  bytesOf,
  type Draft,
  type DraftDocument,
  draftDocument,
  leafLexemes,
  type Mutation,
  mutate,
  mutation,
  writeDocument,
} from './lawDocuments.ts';
import { isSame, isSameColumn, isSameTable, pointersOf, valueOfDraft, valueOfTable } from './lawValues.ts';
import { passDisagreement } from './passLaw.ts';

const everything = { depth: Number.POSITIVE_INFINITY };
const someDepths = [0, 1, 2, 3, 7, Number.POSITIVE_INFINITY];
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Checks `runs` generated and `runs` damaged documents; throws with the smallest one that breaks a law. */
export function runJsonLaws(options: { runs: number; seed: number }): void {
  const settings = { numRuns: options.runs, seed: options.seed, includeErrorInReport: true };
  fc.assert(fc.property(draftDocument, fc.nat(), fc.integer({ min: 1, max: 50 }), checkGenerated), settings);
  const damaged = fc.tuple(draftDocument, fc.array(mutation, { minLength: 1, maxLength: 4 }));
  fc.assert(fc.property(damaged, fc.integer({ min: 1, max: 50 }), checkDamaged), settings);
}

function claim(holds: boolean, law: string): void {
  if (!holds) throw new Error(`Law broken: ${law}`);
}

/** The laws of a legal document; `random` chooses places, `budget` the steps of the resumed pass. */
function checkGenerated(document: DraftDocument, random: number, budget: number): void {
  const bytes = writeDocument(document);
  const strict = strictPass(bytes, everything);
  claim(strict.error === undefined, `a legal document is accepted (${strict.error?.title})`);
  checkValue(bytes, strict);
  claim(isSame(valueOfTable(bytes, strict.table), valueOfDraft(document.draft)), 'the table holds the value written');
  checkLexemes(bytes, strict.table, document.draft);
  checkForms(document, strict.table, bytes);
  checkSkim(bytes);
  checkResumed(bytes, strict, budget);
  checkKernel(bytes, budget);
  checkRanges(bytes, strict.table);
  checkPlaces(bytes);
  checkDocument(bytes, strict.table, random);
  const cut = random % bytes.length;
  // A cut byte order mark is none.
  if (cut >= 3 || !document.hasBom) checkCut(bytes, strict.table, cut);
}

/** The laws of any bytes. */
function checkDamaged([document, mutations]: [DraftDocument, readonly Mutation[]], budget: number): void {
  const bytes = mutations.reduce(mutate, writeDocument(document));
  const strict = strictPass(bytes, everything);
  checkValue(bytes, strict);
  checkResumed(bytes, strict, budget);
  checkKernel(bytes, budget);
  checkPlaces(bytes);
  if (strict.error === undefined) checkSkim(bytes);
  else checkError(bytes, strict);
  checkNothingThrows(bytes, strict);
}

/** Accepts what JSON.parse accepts, with the same value; the three literals are told apart. */
function checkValue(bytes: Uint8Array, strict: StrictResult): void {
  const text = decoder.decode(bytes.subarray(strict.hasBom ? 3 : 0));
  let parsed: JsonValue | undefined;
  try {
    parsed = JSON.parse(text) as JsonValue;
  } catch {
    parsed = undefined;
  }
  const isJson = strict.error === undefined && strict.findings.nonJsonLiterals.total === 0;
  claim(isJson === (parsed !== undefined), `JSON.parse and the strict pass accept the same (${strict.error?.title})`);
  if (strict.error !== undefined) return;
  const value = valueOfTable(bytes, strict.table);
  if (parsed !== undefined) claim(isSame(value, parsed), 'the value of the table is that of JSON.parse');
  claim(isSame(value, buildValue(bytes, strict.hasBom ? 3 : 0, bytes.length)), 'the own builder gives the same value');
  let isUtf8 = true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    isUtf8 = false;
  }
  claim(isUtf8 === (strict.findings.invalidUtf8.total === 0), 'invalid UTF-8 is reported exactly when there is some');
}

function checkLexemes(bytes: Uint8Array, table: NodeTable, draft: Draft): void {
  const leaves = leafLexemes(draft);
  let next = 0;
  for (let node = 0; node < table.count; node++) {
    if ((table.kind[node] as number) <= kindCode.array) continue;
    const written = lexeme(bytes, table.from[node] as number, table.to[node] as number);
    claim(written === decoder.decode(bytesOf(leaves[next++] ?? '')), 'lexemes stay as they are written');
  }
  claim(next === leaves.length, 'every value has a row');
}

function checkForms(document: DraftDocument, table: NodeTable, bytes: Uint8Array): void {
  const minified = writeDocument(document, ['']);
  const other = strictPass(minified, everything).table;
  claim(other.count === table.count, 'minified and pretty forms have the same number of values');
  const pointers = pointersOf(bytes, table);
  const others = pointersOf(minified, other);
  claim(
    pointers.every((pointer, node) => pointer === others[node]),
    'minified and pretty forms have the same pointers in the same order',
  );
  for (const pointer of pointers.slice(0, 50)) {
    claim(parsePointer(pointer) === pointer, 'a pointer is a valid pointer');
    claim(pointerFromKeys(pointerKeys(pointer)) === pointer, 'a pointer survives being taken apart');
  }
}

function checkSkim(bytes: Uint8Array): void {
  for (const depth of someDepths) {
    claim(isSameTable(skim(bytes, { depth }), strictPass(bytes, { depth }).table), `skim and strict agree at ${depth}`);
  }
}

function checkResumed(bytes: Uint8Array, whole: StrictResult, budget: number): void {
  const pass = startStrictPass(bytes, everything);
  let steps = 0;
  for (let before = -1; !pass.step(budget); before = pass.position) {
    claim(pass.position >= before, 'a resumed pass never goes back');
    claim(steps++ <= bytes.length, 'a resumed pass ends');
  }
  const stepped = pass.finish();
  claim(isSameTable(stepped.table, whole.table), 'a resumed pass yields the same table');
  const { table: _, ...rest } = stepped;
  const { table: __, ...wholeRest } = whole;
  claim(JSON.stringify(rest) === JSON.stringify(wholeRest), 'a resumed pass yields the same lines, error and findings');
  const lines = indexLines(bytes);
  claim(isSameColumn(lines.starts, whole.lines.starts), 'the strict pass and a plain count find the same lines');
}

function checkKernel(bytes: Uint8Array, budget: number): void {
  const difference = passDisagreement(bytes, budget);
  claim(difference === undefined, `every strict pass finds the same: ${difference}`);
}

function checkRanges(bytes: Uint8Array, table: NodeTable): void {
  for (let node = 0; node < Math.min(table.count, 40); node++) {
    const from = table.from[node] as number;
    const to = table.to[node] as number;
    const value = valueOfTable(bytes, table, node);
    claim(isSame(readValue(bytes, from, to), value), 'a range parses to the value of its row');
    claim(isSame(buildValue(bytes, from, to), value), 'the own builder reads a range alike');
    if (typeof value !== 'string') continue;
    const preview = previewString(bytes, from, to, 5);
    claim(preview.text === [...value].slice(0, 5).join(''), 'a preview is the beginning of the string');
    claim(preview.isWhole === (preview.text === value), 'a preview knows whether it is whole');
  }
}

function checkPlaces(bytes: Uint8Array): void {
  const lines = indexLines(bytes);
  for (let at = 0; at <= bytes.length; at += 1 + (bytes.length >> 6)) {
    const place = placeAt(bytes, lines, at);
    const byte = byteAt(bytes, lines, place.line, place.column);
    claim(byte <= at || at < 3, 'a place leads to its code point');
    const again = placeAt(bytes, lines, byte);
    claim(again.line === place.line && again.column === place.column, 'place to byte to place comes back');
    claim(byteAt(bytes, lines, again.line, again.column) === byte, 'byte to place to byte comes back');
  }
}

function checkDocument(bytes: Uint8Array, table: NodeTable, random: number): void {
  const shallow = createDocument(bytes, strictPass(bytes, { depth: random % 4 }).table, indexLines(bytes));
  const pointers = pointersOf(bytes, table);
  const lastWith = new Map(pointers.map((pointer, node) => [pointer, node]));
  // Of the values below an earlier duplicate some are shadowed: they have no pointer that leads to them.
  const step = 1 + (table.count >> 5);
  for (let node = 0; node < table.count; node += step) {
    const pointer = pointers[node] as Pointer;
    const from = table.from[node] as number;
    claim(shallow.pointerAt(from) === pointer, 'the first byte of a value leads to its pointer');
    if (table.keyTo[node]) {
      claim(shallow.pointerAt(table.keyFrom[node] as number) === pointer, 'a key leads to the pointer of its value');
    }
    const view = shallow.find(pointer);
    if (isShadowed(table, lastWith, pointers, node)) continue;
    claim(view !== undefined && view.from === from && view.to === table.to[node], 'a pointer leads to its value');
    claim(view?.kind === kindOf(table, node) && view.childCount === table.childCount[node], 'a view equals its row');
    const members = shallow.children(pointer, 0, Number.POSITIVE_INFINITY) ?? [];
    claim(members.length === table.childCount[node], 'all members are listed');
    let child = table.firstChild[node] as number;
    for (const member of members) {
      claim(member.from === table.from[child] && member.pointer === pointers[child], 'members are listed in order');
      claim(member.pointer === childPointer(pointer, member.key ?? ''), 'a member has the key of its pointer');
      child = table.nextSibling[child] as number;
    }
    const few = shallow.children(pointer, 1, 2) ?? [];
    claim(JSON.stringify(few) === JSON.stringify(members.slice(1, 3)), 'a window of members is a part of all');
  }
  claim(shallow.find(childPointer(rootPointer, 'no such key')) === undefined, 'a pointer to nothing leads nowhere');
}

function isShadowed(table: NodeTable, last: Map<Pointer, number>, pointers: readonly Pointer[], node: number): boolean {
  for (let at = node; at >= 0; at = table.parent[at] as number) {
    if (last.get(pointers[at] as Pointer) !== at) return true;
  }
  return false;
}

/** Everything complete before a cut is in the table; only containers open at the cut are marked. */
function checkCut(bytes: Uint8Array, whole: NodeTable, cut: number): void {
  const strict = strictPass(bytes.slice(0, cut), everything);
  if (strict.error === undefined) return;
  claim(strict.error.isEndOfText && strict.error.byte === cut, 'a cut document ends too early');
  const { table } = strict;
  let row = 0;
  for (let node = 0; node < whole.count; node++) {
    const from = whole.from[node] as number;
    const to = whole.to[node] as number;
    const kind = whole.kind[node] as number;
    const isContainer = kind <= kindCode.array;
    // A number that touches the cut may go on after it.
    const isComplete = kind === kindCode.number ? to < cut : to <= cut;
    if (!isComplete && !(isContainer && from < cut)) continue;
    const isMarked = ((table.flags[row] ?? 0) & incompleteNode) !== 0;
    claim(table.from[row] === from && table.kind[row] === kind, 'what is complete before a cut is in the table');
    claim(isMarked === !isComplete, 'only containers that are open at a cut are marked');
    claim(table.to[row] === (isComplete ? to : cut), 'what is complete before a cut has its range');
    row++;
  }
  claim(row === table.count, 'nothing else is in the table of a cut document');
}

function checkError(bytes: Uint8Array, { error, table, lines }: StrictResult): void {
  if (error === undefined) return;
  const { line, column } = placeAt(bytes, lines, error.byte);
  claim(line === error.line && column === error.column, 'an error has the line and column of its byte');
  const frame = codeFrame(bytes, lines, error.byte);
  const shown = frame.lines.find((each) => each.line === frame.line);
  const caret = [...(shown?.text ?? '')][frame.caretColumn];
  const byte = bytes[error.byte] ?? 0;
  if (byte > 0x20 && byte < 0x80) claim(caret === String.fromCharCode(byte), 'the caret stands at the error');
  claim(frame.line === error.line, 'the frame shows the line of the error');
  const isContainer = table.count > 0 && (table.kind[0] as number) <= kindCode.array;
  if (!isContainer || error.byte < (table.to[0] as number)) return;
  for (const depth of someDepths) {
    const before = skim(bytes, { depth, to: error.byte });
    claim(
      isSameTable(before, strictPass(bytes, { depth }).table),
      `skim and strict agree before an error, at ${depth}`,
    );
  }
}

function checkNothingThrows(bytes: Uint8Array, strict: StrictResult): void {
  for (const depth of [0, 1, 3]) {
    const table = skim(bytes, { depth });
    const document = createDocument(bytes, table, strict.lines);
    for (let part = 0; part <= 6; part++) {
      const byte = Math.floor((bytes.length * part) / 6);
      const pointer = document.pointerAt(byte);
      document.find(pointer);
      document.children(pointer, 0, 10);
      codeFrame(bytes, strict.lines, byte, { width: 10 });
    }
    const root = document.find(rootPointer);
    claim((root === undefined) === (table.count === 0), 'there is a root when there is a value');
    if (root !== undefined) readValue(bytes, root.from, root.to);
    skim(bytes, { depth, from: bytes.length >> 1 });
    skim(bytes, { depth, from: bytes.length >> 2, to: bytes.length >> 1 });
  }
}
