// Packed files as forms, by their magic bytes: gzip, zstd, zip and tar. What is in them becomes parts, which are texts of their own. Knows which files may be
// responses by their endings; what they are is found out when they are read on.

import { cursorOver } from '../json/byteCursor.ts';
import { formatBytes, formatCount, listPhrase, plural } from '../words/numbers.ts';
import type { Form, Head, Part, Read, Reading, Refusal } from './form.ts';
import { gunzip, gzipName } from './gunzip.ts';
import { isBundle, looksLikeTar, readTar, type TarFile } from './tar.ts';
import { sampleFacts } from './tools/inspect.ts';
import { askLimit, hardLimit, unpack, unpackingLimit } from './unpack.ts';
import { readZipDirectory, type ZipFile } from './zipDirectory.ts';

export const gzip: Form = {
  id: 'gzip',
  looksLike: (head) => starts(head, 0x1f, 0x8b, 0x08),
  async read(bytes, isAgreed = false): Promise<Reading> {
    const { bytes: text, isOver, isBroken } = await gunzip(bytes, unpackingLimit(bytes.length, isAgreed));
    if (isOver) return tooMuch('gzip file', bytes.length, isAgreed);
    return single('gzip', text, isBroken, gzipName(bytes));
  },
};

export const zstd: Form = {
  id: 'zstd',
  looksLike: (head) => starts(head, 0x28, 0xb5, 0x2f, 0xfd),
  async read(bytes, isAgreed = false): Promise<Reading> {
    const { bytes: text, isOver, isBroken } = await unpack(bytes, 'zstd', unpackingLimit(bytes.length, isAgreed));
    if (isOver) return tooMuch('zstd file', bytes.length, isAgreed);
    return single('zstd', text, isBroken, undefined);
  },
};

export const zip: Form = {
  id: 'zip',
  looksLike: (head) => starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06),
  async read(bytes, isAgreed = false): Promise<Reading> {
    const files = readZipDirectory(bytes);
    if (files === undefined) {
      return damaged('zip archive', 'The directory at its end is missing or does not fit the file.');
    }
    const chosen = files.filter((file) => mayBeResponse(file.name, files.length) && isUnpackable(file));
    const packed = chosen.reduce((sum, file) => sum + file.packed.length, 0);
    const limit = unpackingLimit(packed, isAgreed);
    const size = chosen.reduce((sum, file) => sum + file.size, 0);
    if (size > limit) return tooMuch('zip archive', packed, isAgreed || size > hardLimit);
    const parts: Part[] = [];
    const broken: string[] = [];
    let left = limit;
    for (const file of chosen) {
      const { bytes: text, isOver, isBroken } = await unpackFile(file, left);
      if (isOver) return tooMuch('zip archive', packed, isAgreed);
      if (isBroken || text.length !== file.size) broken.push(file.name);
      else parts.push({ bytes: text, isJson: false, name: file.name });
      left -= text.length;
    }
    const others = files.filter((file) => !chosen.includes(file));
    return (
      inspectArchive(parts, others.length) ??
      archive('zip', parts, { others: others.map(({ name }) => name), broken, files: files.length })
    );
  },
};

export const tar: Form = {
  id: 'tar',
  looksLike: ({ bytes }) => looksLikeTar(bytes),
  read(bytes): Reading {
    const { files, isCut } = readTar(bytes);
    if (isBundle(bytes)) return bundle(files);
    const chosen = files.filter(({ name }) => mayBeResponse(name, files.length));
    const parts = chosen.map((file): Part => ({ ...file, isJson: false }));
    const others = files.filter((file) => !chosen.includes(file)).map(({ name }) => name);
    const read = archive('tar', parts, { others, broken: [], files: files.length });
    return isCut && 'parts' in read
      ? { ...read, notes: [...read.notes, 'The archive breaks off; the file at its end is left out.'] }
      : read;
  },
};

/** Files that a person opened together. */
function bundle(files: readonly TarFile[]): Read {
  return {
    form: plural(files.length, 'file'),
    notes: [`${plural(files.length, 'file')} read as one document; each is a response of its own, or several.`],
    parts: files.map((file): Part => ({ ...file, isJson: false })),
  };
}

function starts({ bytes }: Head, ...magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function unpackFile(
  { method, packed, size }: ZipFile,
  limit: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; isOver: boolean; isBroken: boolean }> {
  if (method === 0) return Promise.resolve({ bytes: packed, isOver: packed.length > limit, isBroken: false });
  return unpack(packed, method === 93 ? 'zstd' : 'deflate-raw', limit, size);
}

function isUnpackable({ method, isEncrypted }: ZipFile): boolean {
  return !isEncrypted && (method === 0 || method === 8 || method === 93);
}

/** Text, by its ending; what has none may be text, and what is alone is what was meant. */
function mayBeResponse(name: string, files: number): boolean {
  const file = name.slice(name.lastIndexOf('/') + 1);
  if (name.startsWith('__MACOSX/') || file.startsWith('._') || file === '.DS_Store') return false;
  if (files === 1) return true;
  return /\.(?:json|jsonl|ndjson|har|sse|txt|log|out|py|js|ts|md|ya?ml)$/i.test(file) || !file.includes('.');
}

interface Listed {
  readonly others: readonly string[];
  readonly broken: readonly string[];
  readonly files: number;
}

function archive(form: string, parts: readonly Part[], { others, broken, files }: Listed): Reading {
  if (parts.length === 0) {
    return {
      isRefused: true,
      title: `This ${form} archive holds no response`,
      detail:
        files === 0
          ? 'It holds no files.'
          : `It holds ${listPhrase([...broken, ...others], 5)}${broken.length > 0 ? ', which cannot be unpacked' : ''}.`,
      advice: 'Open an archive with JSON, JSONL, HAR or log files.',
    };
  }
  return {
    form,
    facts: [plural(parts.length, 'file')],
    notes: [
      ...(others.length > 0 ? [`Left out of the archive: ${listPhrase(others, 5)}.`] : []),
      ...(broken.length > 0 ? [`Damaged and left out: ${listPhrase(broken, 5)}.`] : []),
    ],
    parts,
  };
}

/** A log of inspect_ai as a zip archive: `header.json` says so, `samples/` holds the samples. */
function inspectArchive(parts: readonly Part[], others: number): Read | undefined {
  const header = parts.find(({ name }) => name === 'header.json' || name === '_journal/start.json');
  const evaluation = header && cursorOver(header.bytes)?.get('eval');
  const samples = parts.filter(({ name }) => name?.startsWith('samples/'));
  if (evaluation?.kind !== 'object' || samples.length === 0) return undefined;
  const left = parts.length - samples.length + others;
  return {
    form: 'inspect log',
    facts: [sampleFacts(samples.map(({ bytes }) => cursorOver(bytes)))],
    notes: [
      `Of the archive the samples are shown; ${plural(left, 'file')} that sum${left === 1 ? 's' : ''} them up ${left === 1 ? 'is' : 'are'} left out.`,
    ],
    parts: samples,
  };
}

function single(form: string, bytes: Uint8Array<ArrayBuffer>, isBroken: boolean, name: string | undefined): Reading {
  if (isBroken && bytes.length === 0) return damaged(`${form} file`, 'Nothing of it can be unpacked.');
  const notes = isBroken
    ? [`The ${form} file is damaged or breaks off; the first ${formatBytes(bytes.length)} of it are read.`]
    : [];
  return { form, notes, parts: [{ bytes, isJson: false, ...(name !== undefined && { name }) }] };
}

function damaged(what: string, detail: string): Refusal {
  return {
    isRefused: true,
    title: `This ${what} is damaged`,
    detail,
    advice: 'Get it once more, or unpack it yourself and open the files inside.',
  };
}

function tooMuch(what: string, packed: number, isAgreed: boolean): Refusal {
  const size = formatBytes(packed);
  if (isAgreed) {
    return {
      isRefused: true,
      title: `This ${what} is too large`,
      detail: `More than ${formatBytes(hardLimit)} come out of ${size}.`,
      advice: 'Unpack it yourself and open a part of it.',
    };
  }
  const limit = unpackingLimit(packed, false);
  const much =
    limit < askLimit
      ? `more than ${formatCount(Math.round(limit / Math.max(1, packed)))} times as much`
      : `more than ${formatBytes(limit)}`;
  return {
    isRefused: true,
    title: `Much comes out of this ${what}`,
    detail: `Its ${size} become ${much}.`,
    advice: 'Unpack it only when you know where it comes from.',
    ask: 'Unpack it',
  };
}
