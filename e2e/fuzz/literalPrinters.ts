// Prints JSON values as Python and Node print them, in all the ways that are equal, and keeps where each value stands. Written for the laws, without the
// readers.

import { childPointer, type Pointer, rootPointer } from '../../src/json/pointer.ts';
import type { JsonValue } from '../../src/json/value.ts';

export type Random = () => number;

/** A text with the bytes `[from, to)` of each value. */
export interface Printed {
  readonly text: string;
  readonly places: ReadonlyMap<Pointer, { readonly from: number; readonly to: number }>;
}

class Printer {
  readonly #pieces: string[] = [];
  readonly places = new Map<Pointer, { from: number; to: number }>();
  #length = 0;
  readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  write(text: string): void {
    this.#pieces.push(text);
    this.#length += Buffer.byteLength(text);
  }

  /** What `print` writes is the value at the pointer. */
  place(pointer: Pointer, print: () => void): void {
    const from = this.#length;
    print();
    this.places.set(pointer, { from, to: this.#length });
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[Math.floor(this.random() * list.length)] ?? list[0];
  }

  finish(): Printed {
    return { text: this.#pieces.join(''), places: this.places };
  }
}

export function printPython(value: JsonValue, random: Random): Printed {
  const printer = new Printer(random);
  printer.write(printer.pick(['', '', '\n', '>>> response\n', 'Out[12]: ', 'response = ', '# a comment\n']));
  pythonValue(printer, value, rootPointer);
  printer.write(printer.pick(['', '\n', '  \n']));
  return printer.finish();
}

function gap(printer: Printer): string {
  return printer.pick(['', ' ', ' ', ' ', '\n  ', '\n│   ', ' # note: it\'s "so" }\n']);
}

function pythonValue(printer: Printer, value: JsonValue, pointer: Pointer): void {
  if (typeof value === 'string') pythonText(printer, value, pointer);
  else if (typeof value === 'number') printer.place(pointer, () => printer.write(pythonNumber(printer, value)));
  else if (value === null)
    printer.place(pointer, () => printer.write(printer.pick(['None', 'None', 'NoneClass.NONE'])));
  else if (value === true)
    printer.place(pointer, () => printer.write(printer.pick(['True', 'True', 'BoolClass.TRUE'])));
  else if (value === false)
    printer.place(pointer, () => printer.write(printer.pick(['False', 'False', 'BoolClass.FALSE'])));
  else if (Array.isArray(value)) pythonList(printer, value, pointer);
  else pythonDict(printer, value as Readonly<Record<string, JsonValue>>, pointer);
}

function pythonNumber(printer: Printer, value: number): string {
  const written = Object.is(value, -0) ? '-0.0' : String(value);
  return printer.pick([written, written, `Decimal('${written}')`]);
}

function pythonList(printer: Printer, items: readonly JsonValue[], pointer: Pointer): void {
  const isTuple = printer.chance(0.2);
  const wrapper = printer.chance(0.1) ? printer.pick(['deque(', 'array(', 'frozenset(']) : '';
  printer.write(wrapper);
  printer.place(pointer, () => {
    printer.write(isTuple ? '(' : '[');
    items.forEach((item, index) => {
      printer.write(`${index > 0 ? ',' : ''}${gap(printer)}`);
      pythonValue(printer, item, childPointer(pointer, index));
    });
    const isLast = items.length > 0 && ((isTuple && items.length === 1) || printer.chance(0.2));
    printer.write(`${isLast ? ',' : ''}${gap(printer)}${isTuple ? ')' : ']'}`);
  });
  if (wrapper !== '') printer.write(printer.pick([')', ', maxlen=5)', ", dtype='f(x', device=(1, 2))"]));
}

function pythonDict(printer: Printer, value: Readonly<Record<string, JsonValue>>, pointer: Pointer): void {
  const members = Object.entries(value);
  const isNamed = members.every(([key]) => /^[A-Za-z_]\w*$/.test(key)) && printer.chance(0.3);
  if (isNamed) {
    printer.place(pointer, () => {
      printer.write(printer.pick(['Sample(', 'models.Answer_2(', 'namespace(']));
      members.forEach(([key, item], index) => {
        printer.write(`${index > 0 ? `,${gap(printer)}` : ''}${key}=`);
        pythonValue(printer, item, childPointer(pointer, key));
      });
      printer.write(')');
    });
    return;
  }
  const isPairs = members.length > 0 && printer.chance(0.1);
  const wrapper = printer.chance(0.2)
    ? printer.pick(['frozendict.frozendict(', 'DynamicFrozenDict(', "defaultdict(<class 'list'>, "])
    : '';
  printer.write(isPairs ? 'OrderedDict(' : wrapper);
  printer.place(pointer, () => {
    printer.write(isPairs ? '[' : '{');
    members.forEach(([key, item], index) => {
      printer.write(`${index > 0 ? ',' : ''}${gap(printer)}${isPairs ? '(' : ''}`);
      printer.write(pythonString(printer, key));
      printer.write(`${gap(printer)}${isPairs ? ',' : ':'}${gap(printer)}`);
      pythonValue(printer, item, childPointer(pointer, key));
      if (isPairs) printer.write(')');
    });
    printer.write(`${members.length > 0 && printer.chance(0.2) ? ',' : ''}${gap(printer)}${isPairs ? ']' : '}'}`);
  });
  if (isPairs || wrapper !== '') printer.write(')');
}

/** Whole, or in pieces in brackets, as pprint folds it. */
function pythonText(printer: Printer, text: string, pointer: Pointer): void {
  if (text.length < 2 || printer.chance(0.7)) {
    printer.place(pointer, () => printer.write(pythonString(printer, text)));
    return;
  }
  const points = Array.from(text);
  const cut = 1 + Math.floor(printer.random() * (points.length - 1));
  printer.write('(');
  printer.place(pointer, () => {
    printer.write(pythonString(printer, points.slice(0, cut).join('')));
    printer.write(printer.pick([' ', '\n   ', '']));
    printer.write(pythonString(printer, points.slice(cut).join('')));
  });
  printer.write(')');
}

const pythonEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** As `repr` chooses its quotes and escapes, and otherwise at times. */
function pythonString(printer: Printer, text: string): string {
  const usual = text.includes("'") && !text.includes('"') ? '"' : "'";
  const mark = printer.chance(0.8) ? usual : printer.pick(['"', "'", '"""', "'''"]);
  const isAscii = printer.chance(0.2);
  const body = Array.from(text, (point) => pythonCharacter(printer, point, mark, isAscii)).join('');
  return `${printer.chance(0.05) ? 'u' : ''}${mark}${body}${mark}`;
}

function pythonCharacter(printer: Printer, point: string, mark: string, isAscii: boolean): string {
  const code = point.codePointAt(0) ?? 0;
  const known = pythonEscapes[point];
  if (known !== undefined) return mark.length === 3 && point === '\n' ? printer.pick([known, '\n']) : known;
  if (mark.startsWith(point)) return `\\${point}`;
  if (code === 0) return printer.pick(['\\x00', '\\000']);
  if (code === 7 && printer.chance(0.5)) return '\\a';
  if (code === 11 && printer.chance(0.5)) return '\\v';
  if (code < 0x20 || (code >= 0x7f && code <= 0xa0)) return `\\x${code.toString(16).padStart(2, '0')}`;
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  if (!isHalf && (code < 0x7f || !isAscii)) return point;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** As `util.inspect` prints without limits, and as a program may write the same. */
export function printInspect(value: JsonValue, random: Random): Printed {
  const printer = new Printer(random);
  printer.write(
    printer.pick(['', '', '\n', 'const response = ', 'export default ', '// a comment\n', 'let r: Answer<"a"> = ']),
  );
  scriptValue(printer, value, rootPointer);
  printer.write(printer.pick(['', '\n', ';', ' as const;', ' satisfies Answer\n']));
  return printer.finish();
}

function scriptGap(printer: Printer): string {
  return printer.pick(['', ' ', ' ', ' ', '\n  ', '\r\n\t', ' // note: it\'s "so" }\n', ' /* a } ` */ ', '\u001b[32m']);
}

function scriptValue(printer: Printer, value: JsonValue, pointer: Pointer): void {
  if (typeof value === 'string') scriptText(printer, value, pointer);
  else if (typeof value === 'number') {
    const written = Object.is(value, -0) ? '-0' : String(value);
    const isWhole = Number.isSafeInteger(value) && value > 0;
    printer.place(pointer, () =>
      printer.write(
        isWhole && printer.chance(0.2)
          ? printer.pick([`0x${value.toString(16)}`, `${value}n`, `0b${value.toString(2)}`])
          : written,
      ),
    );
  } else if (value === null)
    printer.place(pointer, () => printer.write(printer.pick(['null', 'null', 'undefined', 'void 0'])));
  else if (typeof value === 'boolean') {
    const short = value ? '!0' : '!1';
    printer.place(pointer, () => printer.write(printer.chance(0.1) ? short : String(value)));
  } else if (Array.isArray(value)) scriptList(printer, value, pointer);
  else scriptObject(printer, value as Readonly<Record<string, JsonValue>>, pointer);
}

function scriptList(printer: Printer, items: readonly JsonValue[], pointer: Pointer): void {
  const isSet = printer.chance(0.05);
  printer.write(isSet ? `Set(${items.length}) ` : printer.pick(['', '', '', '', '', '', '<ref *1> ', 'Foo(3) ']));
  printer.place(pointer, () => {
    printer.write(isSet ? '{' : '[');
    items.forEach((item, index) => {
      printer.write(`${index > 0 ? ',' : ''}${scriptGap(printer)}`);
      scriptValue(printer, item, childPointer(pointer, index));
    });
    printer.write(`${items.length > 0 && printer.chance(0.2) ? ',' : ''}${scriptGap(printer)}${isSet ? '}' : ']'}`);
  });
}

function scriptObject(printer: Printer, value: Readonly<Record<string, JsonValue>>, pointer: Pointer): void {
  const members = Object.entries(value);
  const isMap = printer.chance(0.05);
  printer.write(
    isMap
      ? `Map(${members.length}) `
      : printer.pick(['', '', '', '', '', '', 'ApiResponse ', '[Object: null prototype] ']),
  );
  printer.place(pointer, () => {
    printer.write('{');
    members.forEach(([key, item], index) => {
      const isBare = !isMap && /^[A-Za-z_$][\w$]*$/.test(key) && printer.chance(0.8);
      printer.write(`${index > 0 ? ',' : ''}${scriptGap(printer)}${isBare ? key : scriptString(printer, key)}`);
      printer.write(`${scriptGap(printer)}${isMap ? '=>' : ':'}${scriptGap(printer)}`);
      scriptValue(printer, item, childPointer(pointer, key));
    });
    printer.write(`${members.length > 0 && printer.chance(0.2) ? ',' : ''}${scriptGap(printer)}}`);
  });
}

/** Whole, or in pieces that `+` joins, as long texts are printed. */
function scriptText(printer: Printer, text: string, pointer: Pointer): void {
  const points = Array.from(text);
  const cut =
    points.length > 1 && printer.chance(0.3) ? 1 + Math.floor(printer.random() * (points.length - 1)) : points.length;
  printer.place(pointer, () => {
    printer.write(scriptString(printer, points.slice(0, cut).join('')));
    if (cut === points.length) return;
    printer.write(printer.pick([' +\n    ', '+']));
    printer.write(scriptString(printer, points.slice(cut).join('')));
  });
}

const scriptEscapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
};

/** As `util.inspect` chooses its quotes, and otherwise at times. */
function scriptString(printer: Printer, text: string): string {
  const inner = text.includes('"') ? '`' : '"';
  const usual = text.includes("'") ? inner : "'";
  const mark = printer.chance(0.8) ? usual : printer.pick(['"', "'", '`']);
  const body = Array.from(text, (point) => scriptCharacter(printer, point, mark)).join('');
  return `${mark}${mark === '`' ? body.replaceAll('${', '\\${') : body}${mark}`;
}

function scriptCharacter(printer: Printer, point: string, mark: string): string {
  const code = point.codePointAt(0) ?? 0;
  const known = scriptEscapes[point];
  if (known !== undefined) return mark === '`' && point === '\n' ? printer.pick([known, '\n']) : known;
  if (point === mark) return `\\${point}`;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
  if (code >= 0xd800 && code <= 0xdfff) return `\\u${code.toString(16)}`;
  return printer.chance(0.05) ? `\\u{${code.toString(16)}}` : point;
}
