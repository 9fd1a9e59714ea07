// Splits a text into plain runs and runs of characters that cannot be seen or that change the order of others.
// Pure and linear; knows no markup. Names follow the Unicode Character Database and its name aliases.

import { formatCount } from '../words/numbers.ts';

/** How a marked run is drawn: over the character, before it, or instead of it. */
export type MarkKind = 'over' | 'before' | 'instead';

/** A run of the text. A plain run has no `mark`; a marked one says what to draw and what it is. */
export type Segment =
  | { readonly text: string; readonly mark?: undefined }
  | { readonly text: string; readonly mark: string; readonly kind: MarkKind; readonly title: string };

export interface SegmentOptions {
  /** Annotations also white space that is harmless: line ends, tabs, spaces at line ends, no-break spaces. */
  readonly showAll: boolean;
  /** With `showAll`: every space, not only those at line ends. */
  readonly everySpace?: boolean | undefined;
  /** The text ends inside a line, so spaces at its very end are not spaces at a line end. Default false. */
  readonly isPartial?: boolean | undefined;
  /** Annotations at most so many harmless runs; those that change order or hide are always marked. Default 20,000. */
  readonly limit?: number | undefined;
}

interface Sign {
  readonly mark: string;
  readonly kind: MarkKind;
  readonly name: string;
  readonly isHarmless: boolean;
}

const longestRun = 256;
const defaultLimit = 20_000;

const controlMarks =
  'NUL,SOH,STX,ETX,EOT,ENQ,ACK,BEL,BS,HT,LF,VT,FF,CR,SO,SI,DLE,DC1,DC2,DC3,DC4,NAK,SYN,ETB,CAN,EM,SUB,ESC,FS,GS,RS,US'.split(
    ',',
  );

const controlNames =
  'NULL,START OF HEADING,START OF TEXT,END OF TEXT,END OF TRANSMISSION,ENQUIRY,ACKNOWLEDGE,BELL,BACKSPACE,CHARACTER TABULATION,LINE FEED,LINE TABULATION,FORM FEED,CARRIAGE RETURN,SHIFT OUT,SHIFT IN,DATA LINK ESCAPE,DEVICE CONTROL ONE,DEVICE CONTROL TWO,DEVICE CONTROL THREE,DEVICE CONTROL FOUR,NEGATIVE ACKNOWLEDGE,SYNCHRONOUS IDLE,END OF TRANSMISSION BLOCK,CANCEL,END OF MEDIUM,SUBSTITUTE,ESCAPE,INFORMATION SEPARATOR FOUR,INFORMATION SEPARATOR THREE,INFORMATION SEPARATOR TWO,INFORMATION SEPARATOR ONE'.split(
    ',',
  );

/** Characters with no shape of their own, or that reorder what follows: always marked. */
const hiddenSigns: { readonly [code: number]: readonly [mark: string, name: string] } = {
  127: ['DEL', 'DELETE'],
  133: ['NEL', 'NEXT LINE'],
  847: ['CGJ', 'COMBINING GRAPHEME JOINER'],
  1564: ['ALM', 'ARABIC LETTER MARK'],
  4447: ['HCF', 'HANGUL CHOSEONG FILLER'],
  4448: ['HJF', 'HANGUL JUNGSEONG FILLER'],
  6158: ['MVS', 'MONGOLIAN VOWEL SEPARATOR'],
  8203: ['ZWSP', 'ZERO WIDTH SPACE'],
  8204: ['ZWNJ', 'ZERO WIDTH NON-JOINER'],
  8205: ['ZWJ', 'ZERO WIDTH JOINER'],
  8206: ['LRM', 'LEFT-TO-RIGHT MARK'],
  8207: ['RLM', 'RIGHT-TO-LEFT MARK'],
  8232: ['LS', 'LINE SEPARATOR'],
  8233: ['PS', 'PARAGRAPH SEPARATOR'],
  8234: ['LRE', 'LEFT-TO-RIGHT EMBEDDING'],
  8235: ['RLE', 'RIGHT-TO-LEFT EMBEDDING'],
  8236: ['PDF', 'POP DIRECTIONAL FORMATTING'],
  8237: ['LRO', 'LEFT-TO-RIGHT OVERRIDE'],
  8238: ['RLO', 'RIGHT-TO-LEFT OVERRIDE'],
  8288: ['WJ', 'WORD JOINER'],
  8289: ['FA', 'FUNCTION APPLICATION'],
  8290: ['IT', 'INVISIBLE TIMES'],
  8291: ['IS', 'INVISIBLE SEPARATOR'],
  8292: ['IP', 'INVISIBLE PLUS'],
  8294: ['LRI', 'LEFT-TO-RIGHT ISOLATE'],
  8295: ['RLI', 'RIGHT-TO-LEFT ISOLATE'],
  8296: ['FSI', 'FIRST STRONG ISOLATE'],
  8297: ['PDI', 'POP DIRECTIONAL ISOLATE'],
  8298: ['ISS', 'INHIBIT SYMMETRIC SWAPPING'],
  8299: ['ASS', 'ACTIVATE SYMMETRIC SWAPPING'],
  8300: ['IAFS', 'INHIBIT ARABIC FORM SHAPING'],
  8301: ['AAFS', 'ACTIVATE ARABIC FORM SHAPING'],
  8302: ['NADS', 'NATIONAL DIGIT SHAPES'],
  8303: ['NODS', 'NOMINAL DIGIT SHAPES'],
  12644: ['HF', 'HANGUL FILLER'],
  65279: ['BOM', 'ZERO WIDTH NO-BREAK SPACE'],
  65440: ['HHF', 'HALFWIDTH HANGUL FILLER'],
};

/** Spaces that look like a plain one and are not. */
const spaceNames: { readonly [code: number]: string } = {
  160: 'NO-BREAK SPACE',
  5760: 'OGHAM SPACE MARK',
  8192: 'EN QUAD',
  8193: 'EM QUAD',
  8194: 'EN SPACE',
  8195: 'EM SPACE',
  8196: 'THREE-PER-EM SPACE',
  8197: 'FOUR-PER-EM SPACE',
  8198: 'SIX-PER-EM SPACE',
  8199: 'FIGURE SPACE',
  8200: 'PUNCTUATION SPACE',
  8201: 'THIN SPACE',
  8202: 'HAIR SPACE',
  8239: 'NARROW NO-BREAK SPACE',
  8287: 'MEDIUM MATHEMATICAL SPACE',
  12288: 'IDEOGRAPHIC SPACE',
};

const tabSign: Sign = { mark: '→', kind: 'over', name: 'CHARACTER TABULATION', isHarmless: true };
const lineFeedSign: Sign = { mark: '↵', kind: 'before', name: 'LINE FEED', isHarmless: true };
const carriageReturnSign: Sign = { mark: 'CR', kind: 'instead', name: 'CARRIAGE RETURN', isHarmless: true };
const endSpaceSign: Sign = { mark: '·', kind: 'over', name: 'SPACE at the end of a line', isHarmless: true };
const spaceSign: Sign = { mark: '·', kind: 'over', name: 'SPACE', isHarmless: true };
const softHyphenSign: Sign = { mark: 'SHY', kind: 'instead', name: 'SOFT HYPHEN', isHarmless: true };
const replacementSign: Sign = {
  mark: '',
  kind: 'before',
  name: 'REPLACEMENT CHARACTER: something here could not be read',
  isHarmless: true,
};

/**
 * Splits `text` so that the parts together are exactly `text` and no surrogate pair is cut.
 * Direction controls, zero-width characters, controls and lone surrogates are marked always; white space with `showAll`.
 */
export function segmentVisible(text: string, options: SegmentOptions): readonly Segment[] {
  const segments: Segment[] = [];
  const limit = options.limit ?? defaultLimit;
  let harmless = 0;
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code < 0x7f) {
      at += 1;
      continue;
    }
    if (code === 0x20) {
      const end = endOfSpaces(text, at);
      const isAtLineEnd = end === text.length ? options.isPartial !== true : isLineEnd(text.charCodeAt(end));
      if (options.showAll && (isAtLineEnd || options.everySpace === true) && harmless < limit) {
        if (at > plainFrom) segments.push({ text: text.slice(plainFrom, at) });
        segments.push(marked(text.slice(at, end), isAtLineEnd ? endSpaceSign : spaceSign, 0x20, end - at));
        harmless += 1;
        plainFrom = end;
      }
      at = end;
      continue;
    }
    const point = text.codePointAt(at) ?? code;
    const width = point > 0xffff ? 2 : 1;
    const sign = signOf(point, text, at);
    if (sign === undefined || (sign.isHarmless && (!options.showAll || harmless >= limit))) {
      at += width;
      continue;
    }
    if (at > plainFrom) segments.push({ text: text.slice(plainFrom, at) });
    const end = isSingle(point) ? at + width : endOfRun(text, at, point, width);
    segments.push(marked(text.slice(at, end), sign, point, (end - at) / width));
    if (sign.isHarmless) harmless += 1;
    at = end;
    plainFrom = end;
  }
  if (plainFrom < text.length) segments.push({ text: text.slice(plainFrom) });
  return segments;
}

/** The name of a marked character as `U+202E RIGHT-TO-LEFT OVERRIDE`. */
function titleOf(point: number, name: string, count: number): string {
  const title = `U+${point.toString(16).toUpperCase().padStart(4, '0')} ${name}`;
  return count === 1 ? title : `${title}, ${formatCount(count)} times`;
}

function marked(text: string, sign: Sign, point: number, count: number): Segment {
  const mark = sign.kind === 'over' ? sign.mark.repeat(count) : count === 1 ? sign.mark : `${sign.mark}×${count}`;
  return { text, mark, kind: sign.kind, title: titleOf(point, sign.name, count) };
}

function signOf(point: number, text: string, at: number): Sign | undefined {
  if (point === 0x0a) return lineFeedSign;
  if (point === 0x09) return tabSign;
  if (point === 0x0d) return carriageReturnSign;
  if (point < 0x20) return { mark: controlMarks[point] ?? hex(point), ...instead(controlNames[point] ?? 'CONTROL') };
  if (point >= 0x80 && point < 0xa0 && point !== 0x85) return { mark: hex(point), ...instead('C1 CONTROL') };
  if (point === 0xad) return softHyphenSign;
  const space = spaceNames[point];
  if (space !== undefined) return { mark: '°', kind: 'over', name: space, isHarmless: true };
  if (point === 0xfffd) return replacementSign;
  if (point >= 0xd800 && point <= 0xdfff) return { mark: hex(point), ...instead('lone surrogate') };
  if (point >= 0xe0000 && point <= 0xe0fff) return planeFourteen(point, text, at);
  const hidden = hiddenSigns[point];
  if (hidden === undefined) return undefined;
  if ((point === 0x200d || point === 0x200c) && isJoining(text, at)) return undefined;
  return { mark: hidden[0], ...instead(hidden[1]) };
}

function instead(name: string): Omit<Sign, 'mark'> {
  return { kind: 'instead', name, isHarmless: false };
}

/** Tag characters spell ASCII unseen; only behind the black flag they are part of a picture. */
function planeFourteen(point: number, text: string, at: number): Sign | undefined {
  if (point >= 0xe0100) {
    const isAfterIdeograph = /\p{Unified_Ideograph}$/u.test(text.slice(Math.max(0, at - 2), at));
    return isAfterIdeograph ? undefined : { mark: 'VS', ...instead('VARIATION SELECTOR') };
  }
  if (/\u{1F3F4}[\u{E0020}-\u{E007F}]*$/u.test(text.slice(Math.max(0, at - 16), at))) return undefined;
  const spelled = point > 0xe0020 && point < 0xe007f ? ` ${String.fromCharCode(point - 0xe0000)}` : '';
  return { mark: `TAG${spelled}`, ...instead(`TAG${spelled}`) };
}

/** Joiners inside emoji and inside joining scripts shape what is seen; to mark them would break it. */
function isJoining(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  const after = text.slice(at + 1, at + 3);
  if (/\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]*$/u.test(before)) {
    return /^\p{Extended_Pictographic}/u.test(after) || /^[\u2640\u2642]/.test(after);
  }
  return joiningScriptEnd.test(before) && joiningScriptStart.test(after);
}

const joiningScripts =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}' +
  '\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}' +
  '\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}';
const joiningScriptEnd = new RegExp(`[${joiningScripts}]$`, 'u');
const joiningScriptStart = new RegExp(`^[${joiningScripts}]`, 'u');

function hex(point: number): string {
  return point.toString(16).toUpperCase().padStart(2, '0');
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** Line ends are drawn one by one, so that each mark stands on its own line; the others whose sign depends on neighbours too. */
function isSingle(point: number): boolean {
  return isLineEnd(point) || point === 0x200c || point === 0x200d || (point >= 0xd800 && point <= 0xdfff);
}

function endOfSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === 0x20) at += 1;
  return at;
}

function endOfRun(text: string, from: number, point: number, width: number): number {
  let at = from;
  const end = from + longestRun * width;
  while (at < end && at < text.length && text.codePointAt(at) === point) at += width;
  return at;
}
