// The bytes that a token may stand for, in all the ways in which providers write tokens that are no whole characters.
// Byte strings here are strings whose every code unit is one byte, so that the engine's own search works on them.

const ascii = /^[\0-\x7f]*$/;
const encoder = new TextEncoder();

/** The UTF-8 bytes of a text as a byte string; a lone surrogate counts as U+FFFD. */
export function byteString(text: string): string {
  return ascii.test(text) ? text : bytesAsString(encoder.encode(text));
}

export function bytesAsString(bytes: ArrayLike<number>): string {
  let found = '';
  for (let from = 0; from < bytes.length; from += 4096) {
    const part = Array.from({ length: Math.min(4096, bytes.length - from) }, (_, at) => bytes[from + at] ?? 0);
    found += String.fromCharCode(...part);
  }
  return found;
}

/** What a token may look like in the text, the likeliest first. */
export interface Spelling {
  /** Byte strings to try in order. */
  readonly options: readonly string[];
  /** Its bytes are lost (U+FFFD in their place); then what stands before and after them. */
  readonly lost?: { readonly before: string; readonly after: string; readonly count: number };
  readonly looksSpecial: boolean;
  /** The bytes that a byte spelling gives. */
  readonly spelled?: string;
  /** The option to look for where nothing around it is known. */
  readonly likeliest: string;
}

const lostBytes = '\xef\xbf\xbd';
/** `<|end|>`, `<s>`, `</s>`, `[EOS]`, `<eos>`. */
const special = /^(<\|[^\s|]+\|>|<\/?s>|<(eos|bos|pad|unk|end_of_turn|start_of_turn)>|\[(EOS|BOS|PAD)\])$/;
const prefixed = /^bytes:( ?)((?:\\x[0-9a-fA-F]{2}|[\0-\x7f])*)$/;
const bare = /^(?:\\x[0-9a-fA-F]{2})+$/;
/** Half a character in llama.cpp; the space is none of the token's. */
const llamaByte = /^byte: \\x([0-9a-fA-F]{2})$/;
const sentencePiece = /^<0x([0-9a-fA-F]{2})>$/;
const escapedByte = /\\x([0-9a-fA-F]{2})/g;

/**
 * The spellings of a token: as stated in bytes; as it is written; `bytes:\xe2\x80` with and without a space after the
 * colon, which is a space of the token (OpenAI); `\xf0\x9f` (DeepSeek); `<0xE2>`, U+2581 and `<|newline|>`
 * (SentencePiece, AI21). Bytes that were lost to U+FFFD are found by what stands around them.
 */
export function spellingOf(text: string, bytes: readonly number[] | undefined): Spelling {
  const written = byteString(text);
  const options = new Set<string>();
  let spelled: string | undefined;
  const stated = bytes === undefined ? undefined : bytesAsString(bytes);
  // Ollama states the bytes of the replacement character itself.
  const isStated =
    stated !== undefined && (stated !== '' || text === '') && !(stated.includes(lostBytes) && text.includes('\ufffd'));
  if (isStated) options.add(stated);
  options.add(written);
  if (!isStated) {
    spelled = spelledBytes(text);
    if (spelled !== undefined) options.add(spelled);
  }
  const lost = !isStated && text.includes('\ufffd') ? lostParts(text) : undefined;
  const plain = isStated ? undefined : byteString(plainText(text));
  if (plain !== undefined) options.add(plain);
  return {
    options: [...options],
    likeliest: isStated ? stated : (spelled ?? plain ?? written),
    ...(lost && { lost }),
    ...(spelled !== undefined && { spelled }),
    looksSpecial: looksSpecial(text),
  };
}

/** Whether a token is written as control tokens are. */
export function looksSpecial(text: string): boolean {
  return special.test(text);
}

/** The text of a token with white space in place of the signs for it. */
export function plainText(text: string): string {
  return text.replaceAll('\u2581', ' ').replaceAll('<|newline|>', '\n');
}

function spelledBytes(text: string): string | undefined {
  const piece = (sentencePiece.exec(text) ?? llamaByte.exec(text))?.[1];
  if (piece !== undefined) return String.fromCharCode(Number.parseInt(piece, 16));
  if (bare.test(text)) return unescapeBytes(text);
  const [, space, rest] = prefixed.exec(text) ?? [];
  if (space === undefined || rest === undefined || !rest.includes('\\x')) return undefined;
  return space + unescapeBytes(rest);
}

function unescapeBytes(text: string): string {
  return text.replace(escapedByte, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function lostParts(text: string): NonNullable<Spelling['lost']> {
  const first = text.indexOf('\ufffd');
  const last = text.lastIndexOf('\ufffd');
  return {
    before: byteString(text.slice(0, first)),
    after: byteString(text.slice(last + 1)),
    count: last - first + 1,
  };
}
