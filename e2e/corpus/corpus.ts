// npm run corpus -- DIR: every recorded body in a folder through the readers, one line each. Fails on an exception.
// A body is read as it is: JSON over its own bytes, an event stream as the text that it is.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { documentCursor, type JsonCursor, valueCursor } from '../../src/json/cursor.ts';
import { createDocument } from '../../src/json/document.ts';
import { rootPointer } from '../../src/json/pointer.ts';
import { strictPass } from '../../src/json/strict.ts';
import type { Usage } from '../../src/response/model.ts';
import { type ProviderRead, readProvider } from '../../src/response/provider/read.ts';

const endings = new Set(['.json', '.sse']);

export function main(args: readonly string[]): number {
  const [folder] = args;
  if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(
      `Usage: npm run corpus -- DIR (${folder === undefined ? 'no folder given' : `${folder} is no folder`})`,
    );
    return 2;
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.has(extname(file)))
    .sort();
  const formats = new Map<string, number>();
  let failed = 0;
  for (const file of files) {
    try {
      const read = readBody(join(folder, file));
      formats.set(read.formatLabel, (formats.get(read.formatLabel) ?? 0) + 1);
      console.log(`${relative('.', file).padEnd(62)} ${describe(read)}`);
    } catch (reason) {
      failed++;
      console.log(`${file.padEnd(62)} FAILED ${reason instanceof Error ? reason.stack : String(reason)}`);
    }
  }
  const counts = [...formats].sort((a, b) => b[1] - a[1]).map(([label, count]) => `${count} ${label}`);
  console.log(`\n${files.length} bodies: ${counts.join(', ')}`);
  console.log(`${files.length - failed} passed, ${failed} failed`);
  return failed === 0 && files.length > 0 ? 0 : 1;
}

function readBody(path: string): ProviderRead {
  const bytes = new Uint8Array(readFileSync(path));
  return readProvider(extname(path) === '.json' ? jsonCursor(bytes) : textCursor(bytes));
}

function jsonCursor(bytes: Uint8Array): JsonCursor {
  const { table, lines, error } = strictPass(bytes, { depth: 4 });
  if (error) throw new Error(`line ${error.line}, column ${error.column}: ${error.title}`);
  const cursor = documentCursor(createDocument(bytes, table, lines), rootPointer);
  if (!cursor) throw new Error('The body holds no value');
  return cursor;
}

function textCursor(bytes: Uint8Array): JsonCursor {
  return valueCursor(new TextDecoder().decode(bytes), rootPointer);
}

function describe({ formatLabel, reading }: ProviderRead): string {
  const reasons = reading.choices.map(({ finishReason }) => finishReason?.raw ?? '-');
  const tokens = reading.choices.reduce((sum, { listedTokens }) => sum + (listedTokens?.count ?? 0), 0);
  return [
    formatLabel.padEnd(20),
    `${reading.choices.length} choices`,
    [...new Set(reasons)].join(' '),
    usageText(reading.usage),
    ...(tokens > 0 ? [`${tokens} tokens listed`] : []),
    ...(reading.error ? [`error: ${reading.error.code ?? ''}`] : []),
  ].join('  ');
}

function usageText(usage: Usage | undefined): string {
  if (!usage) return 'no usage';
  return `${usage.prompt?.lexeme ?? '–'} + ${usage.generation?.lexeme ?? '–'} = ${usage.total?.lexeme ?? '–'}`;
}
