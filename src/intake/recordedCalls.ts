// Recorded calls, from whatever recorder: each answer with a body that is read on becomes a part, with the body of its request. Knows no recorder.

import { formatCount, plural } from '../words/numbers.ts';
import type { Part, Read } from './form.ts';
import { beginsAsData, type LinedText } from './formText.ts';
import { statusMeaning } from './httpMessages.ts';
import type { MadeBytes } from './madeText.ts';
import type { ByteRange } from './sourceMap.ts';

export interface RecordedCall {
  /** Where it begins. */
  readonly from: number;
  readonly method?: string | undefined;
  readonly address?: string | undefined;
  readonly status?: number | undefined;
  readonly request?: MadeBytes;
  /** Bytes of its body, with their way back. */
  readonly response?: MadeBytes;
  /** Its body is JSON in any case: it was no text in the recording. */
  readonly isJson?: boolean;
}

/** Undefined when no answer has a body that can be read on. */
export function readRecorded(
  input: LinedText,
  form: string,
  calls: readonly RecordedCall[],
  hidden: readonly ByteRange[],
): Read | undefined {
  const parts: Part[] = [];
  const notes: string[] = [];
  const facts: string[] = [];
  const without: ByteRange[] = [];
  const asked = new Map<string, number>();
  for (const call of calls) {
    const { request, response, status } = call;
    if (!response || !isReadOn(response.bytes)) {
      without.push({ from: call.from, to: call.from + 1 });
      continue;
    }
    const meaning = statusMeaning(status ?? 200);
    if (meaning) notes.push(`Status ${status} of the call at line ${formatCount(input.lineAt(call.from))}: ${meaning}`);
    if (meaning) facts.push(`status ${status}`);
    const isObject = request !== undefined && /^\s*\{/.test(start(request.bytes));
    const group = isObject ? new TextDecoder().decode(request.bytes) : undefined;
    if (group !== undefined) asked.set(group, (asked.get(group) ?? 0) + 1);
    parts.push({
      bytes: response.bytes,
      map: response.map,
      isJson: false,
      name: nameOf(call) ?? `line ${input.lineAt(call.from)}`,
      ...(hidden.length > 0 && { isSensitive: true }),
      ...(isObject && { request }),
      ...(group !== undefined && { group }),
    });
  }
  if (parts.length === 0) return undefined;
  if (hidden.length > 0)
    notes.unshift(`The values of ${plural(hidden.length, 'header')} were dropped and are hidden in Source.`);
  if (without.length > 0)
    notes.push(`Calls without an answer that can be read were left out: ${input.lineWords(without)}.`);
  const isGrouped = [...asked.values()].some((count) => count > 1);
  return {
    form,
    facts: [plural(parts.length, 'call'), ...facts],
    notes,
    parts,
    ...(hidden.length > 0 && { hidden }),
    ...(isGrouped && { grouping: 'Calls with the same request body are samples of one prompt.' }),
  };
}

function nameOf({ method, address }: RecordedCall): string | undefined {
  if (address === undefined) return undefined;
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*/s, '') || '/';
  return method === undefined ? path : `${method} ${path}`;
}

/** Text of some form, or packed. */
function isReadOn(bytes: Uint8Array): boolean {
  return (
    beginsAsData(start(bytes)) || (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x28 && bytes[1] === 0xb5)
  );
}

function start(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 1000));
}
