// Logs of other tools (formats.md, section 9) as a form: an object, a list of objects, or an object a line, that one of the tools knows by its keys. Each record
// becomes a part. Must not know the tools themselves.

import { cursorOver } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { plural } from '../words/numbers.ts';
import type { Form, Head, Reading } from './form.ts';
import { beginsAsJson, jsonTexts } from './jsonTexts.ts';
import { Origin } from './tools/record.ts';
import { type Items, Records } from './tools/tool.ts';
import { tools } from './tools/tools.ts';

/** Keys of which each of the tools has one at the start of its files; without any of them nothing is looked for. */
const keys =
  /"(?:eval|samples|epoch|request_states|adapter_spec|doc_id|custom_id|resourceSpans|attributes|evalId|promptIdx|vars|runs|steps|observations|traceId|outputs|messages|generations|response_json|task_id|mapping|history|user_name|mes|type)"/;

export const toolLogs: Form = {
  id: 'tool-logs',
  looksLike({ text }: Head) {
    return beginsAsJson(text) && keys.test(text);
  },
  read(bytes): Reading | undefined {
    const found = itemsOf(bytes);
    if (found === undefined || found.items.count === 0) return undefined;
    const { items, leftOut } = found;
    const first = items.at(0);
    const tool = tools.find((one) => one.recognises(first));
    if (tool === undefined) return undefined;
    const records = new Records(new Origin(bytes));
    const read = tool.read(items, records);
    if ('isRefused' in read) return read;
    return { ...read, notes: [...read.notes, ...leftOut], parts: records.finish() };
  },
};

interface Found {
  readonly items: Items;
  /** What breaks off or is no object, in sentences. */
  readonly leftOut: readonly string[];
}

function itemsOf(bytes: Uint8Array): Found | undefined {
  const found = jsonTexts(bytes);
  if (found === undefined) return undefined;
  const { texts, broken, isCut } = found;
  // A document that breaks off still has the records that are whole.
  const ranges = texts.length === 0 ? broken : texts;
  const [only] = ranges;
  const root = only === undefined || ranges.length > 1 ? undefined : cursorOver(bytes, only.from, only.to);
  const isWhole = texts.length > 0;
  const leftOut =
    isWhole && broken.length > 0
      ? [
          lineNote(
            broken.map(({ line }) => line),
            isCut,
          ),
        ]
      : [];
  if (root?.kind === 'array') return { items: listed(bytes, root, isWhole), leftOut };
  return isWhole ? { items: itemsAt(bytes, ranges), leftOut } : undefined;
}

/** The objects of a list; of one that breaks off the last is not whole. */
function listed(bytes: Uint8Array, root: JsonCursor, isWhole: boolean): Items {
  const ranges = Array.from(root.items())
    .filter((item) => item.kind === 'object')
    .map((item) => item.range())
    .filter((range) => range !== undefined);
  return itemsAt(bytes, isWhole ? ranges : ranges.slice(0, -1));
}

function itemsAt(bytes: Uint8Array, ranges: readonly { readonly from: number; readonly to: number }[]): Items {
  return {
    count: ranges.length,
    at(position) {
      const { from, to } = ranges[position] ?? { from: 0, to: 0 };
      // A range begins with a bracket, so that there is a value.
      return cursorOver(bytes, from, to) as JsonCursor;
    },
  };
}

function lineNote(lines: readonly number[], isCut: boolean): string {
  const shown = lines.slice(0, 5).join(', ');
  const more = lines.length > 5 ? ` and ${plural(lines.length - 5, 'more', 'more')}` : '';
  const what = lines.length === 1 ? `Line ${shown} is` : `Lines ${shown}${more} are`;
  return `${what} no whole JSON and left out${isCut ? '; the last breaks off' : ''}.`;
}
