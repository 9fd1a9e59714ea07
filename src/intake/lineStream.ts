// A stream with one JSON object a line (NDJSON), made one provider response. Knows the form, and by which keys the first line says that more of
// the same answer follows; lines that are documents of their own are none of it.

import { formatCount, plural } from '../words/numbers.ts';
import { type Line, linesOf, listed, type ReadStream } from './eventStream.ts';

/** A first line that is longer is no piece of a stream. */
const mostFirstLine = 65_536;

/** Reads the lines; undefined when the first does not begin an answer, or a line other than the last is no object. */
export function readLineStream(bytes: Uint8Array): ReadStream | undefined {
  if (beginsLong(bytes)) return undefined;
  const decoder = new TextDecoder();
  const found: Line[] = [];
  let lastLine = 0;
  let broken: number | undefined;
  for (const line of linesOf(bytes)) {
    const piece = bytes.subarray(line.from, line.to);
    if (found.length === 0 && piece.length > mostFirstLine) return undefined;
    const text = decoder.decode(piece);
    if (text.trim() === '') continue;
    lastLine = line.line;
    if (broken !== undefined) return undefined;
    const value = objectOf(text);
    if (found.length === 0 && (value === undefined || !saysMoreFollows(value))) return undefined;
    if (value === undefined) broken = line.line;
    else found.push(line);
  }
  if (found.length === 0 || (found.length === 1 && broken === undefined)) return undefined;
  const notes = [
    `Read as a stream: ${plural(found.length, 'line')}, each one event.`,
    ...(broken === undefined ? [] : [`Line ${formatCount(broken)} breaks off and is left out.`]),
  ];
  const isCut = broken !== undefined;
  return {
    ...listed(
      bytes,
      found.map((line) => ({ line: line.line, parts: [line] })),
    ),
    lastLine,
    isDone: false,
    isCut,
    isJoined: false,
    notes,
  };
}

/** Told at once: the line of a document that is one line would be looked for to its end. */
function beginsLong(bytes: Uint8Array): boolean {
  if (bytes.length <= mostFirstLine) return false;
  const beginning = bytes.subarray(0, mostFirstLine + 1);
  return !beginning.includes(0x0a) && !beginning.includes(0x0d);
}

type Members = Readonly<Record<string, unknown>>;

/** Ollama, llama.cpp, Cohere v1 and v2, Text Generation Inference; chunks in the shape of OpenAI. */
function saysMoreFollows(event: Members): boolean {
  const { choices } = event;
  return (
    (event.done === false && ('response' in event || 'message' in event)) ||
    (event.stop === false && typeof event.content === 'string') ||
    typeof event.event_type === 'string' ||
    event.type === 'message-start' ||
    event.type === 'message_start' ||
    ('generated_text' in event && 'token' in event) ||
    (Array.isArray(choices) && choices.some((choice: unknown) => isObject(choice) && 'delta' in choice))
  );
}

function objectOf(text: string): Members | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
