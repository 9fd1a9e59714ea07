// JSON as Python prints it, its numbers as they were written; and what was read of a body held against what is read of its print.

import { pythonRepr } from '../../src/intake/pythonRepr.ts';
import { bodyCursor, observed, type ReadBody, readBody } from './alone.ts';
import { type Loaded, load } from './wrapped.ts';

/** A JSON text as `repr` of what `json.loads` makes of it, white space as it was. */
function asPython(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|\b(?:true|false|null|NaN|Infinity)\b/g, (token) => {
    switch (token) {
      case 'true':
        return 'True';
      case 'false':
        return 'False';
      case 'null':
        return 'None';
      case 'NaN':
        return 'nan';
      case 'Infinity':
        return 'inf';
      default:
        return quoted(JSON.parse(token) as string);
    }
  });
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

function quoted(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const characters = Array.from(text, (one) => {
    const code = one.codePointAt(0) ?? 0;
    if (escapes[one] !== undefined) return escapes[one];
    if (one === mark) return `\\${one}`;
    if (code < 0x20 || (code >= 0x7f && code <= 0xa0)) return `\\x${code.toString(16).padStart(2, '0')}`;
    return code >= 0xd800 && code <= 0xdfff ? `\\u${code.toString(16)}` : one;
  });
  return `${mark}${characters.join('')}${mark}`;
}

/** Where a body, or a response with it, is read otherwise when Python printed it. */
export async function pythonProblems(
  source: string,
  body: ReadBody,
  wrapped: string,
  loaded: Loaded,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const reading = await pythonRepr.read(new TextEncoder().encode(asPython(source)));
  const part = reading !== undefined && 'parts' in reading ? reading.parts[0] : undefined;
  if (part === undefined) problems.push('printed by Python: not read');
  else {
    const none = new Uint8Array();
    const found = JSON.stringify(observed(readBody(bodyCursor(part.bytes, false)), none));
    if (found !== JSON.stringify(observed(body, none))) problems.push(`printed by Python: ${found}`);
  }
  const told = toldOf(await load(asPython(wrapped)));
  if (told !== toldOf(loaded)) problems.push(`a response printed by Python: ${told}, not ${toldOf(loaded)}`);
  return problems;
}

/** Rows with their links, and issues, in words. */
function toldOf({ rows, issues }: Loaded): string {
  return JSON.stringify([rows, issues.map(({ id, message }) => [id, message])]);
}
