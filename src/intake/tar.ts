// The files of a tar archive (POSIX pax, ustar, GNU long names). Knows the archive and not what is in its files.

export interface TarFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface TarFiles {
  readonly files: readonly TarFile[];
  /** It ends within a file. */
  readonly isCut: boolean;
}

const blockBytes = 512;

export function looksLikeTar(head: Uint8Array): boolean {
  return 'ustar'.split('').every((letter, at) => head[257 + at] === letter.charCodeAt(0));
}

/** Who wrote it, where that is one of us: then each of its files was meant. */
export function isBundle(head: Uint8Array): boolean {
  return looksLikeTar(head) && textOf(head.subarray(265, 297)) === 'completion-inspector';
}

/** Its files in their order; folders, links and devices are none. */
export function readTar(bytes: Uint8Array<ArrayBuffer>): TarFiles {
  const files: TarFile[] = [];
  let longName: string | undefined;
  for (let at = 0; at + blockBytes <= bytes.length; ) {
    const header = bytes.subarray(at, at + blockBytes);
    if (header[0] === 0) break;
    const size = sizeOf(header);
    const from = at + blockBytes;
    if (size === undefined || from + size > bytes.length) return { files, isCut: true };
    const content = bytes.subarray(from, from + size);
    const type = String.fromCharCode(header[156] || 0x30);
    if (type === 'L') longName = textOf(content);
    else if (type === 'x') longName = paxPath(content) ?? longName;
    else {
      if (type === '0' || type === '7') files.push({ name: longName ?? nameOf(header), bytes: content });
      longName = undefined;
    }
    at = from + Math.ceil(size / blockBytes) * blockBytes;
  }
  return { files, isCut: false };
}

/** Octal digits, or a binary number where the first bit is set (GNU). */
function sizeOf(header: Uint8Array): number | undefined {
  const field = header.subarray(124, 136);
  if (((field[0] as number) & 0x80) !== 0) {
    const size = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(size) ? size : undefined;
  }
  const digits = textOf(field).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : undefined;
}

function nameOf(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100));
  const prefix = looksLikeTar(header) && header[263] === 0x30 ? textOf(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function paxPath(content: Uint8Array): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(content))?.[1];
}

/** Up to the first zero. */
function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
