// Places beyond 2³¹, up to the last that a document may have, in memory that is never touched: all of it reads as zero and costs nothing.
import { describe, expect, it } from 'vitest';
import { ContainerStack } from './containerStack.ts';
import { createDocument } from './document.ts';
import { FindingRecorder } from './findings.ts';
import { KeyRegister } from './keyRegister.ts';
import { LineIndexBuilder, lineRange } from './lines.ts';
import { kindCode, NodeTableBuilder } from './nodeTable.ts';
import { pointerOf, rootPointer } from './pointer.ts';
import { skim } from './skim.ts';
import { readString } from './text.ts';
import { decodeUtf8 } from './utf8.ts';

const encoder = new TextEncoder();
const start = '{"data":[{"output":"';
const end = '"},{"output":"the last","inputs":{"a":[1,"é\\n"]}}],"usage":null}';

/** A response whose first output is so long that everything behind it ends at `length`. */
function sparse(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(encoder.encode(start));
  bytes.set(encoder.encode(end), length - encoder.encode(end).length);
  return bytes;
}

describe('the end of a document of 2³² − 1 bytes', () => {
  const length = 2 ** 32 - 1;
  const bytes = sparse(length);
  const lines = { lineCount: 1, starts: Uint32Array.of(0) };

  it('is matched, followed and read at every depth', { timeout: 60_000 }, () => {
    const document = createDocument(bytes, skim(bytes, { depth: 2 }), lines);
    expect(document.find(rootPointer)).toMatchObject({ from: 0, to: length, childCount: 2, isIncomplete: false });
    expect(document.find(pointerOf('data'))).toMatchObject({ childCount: 2 });
    const output = document.find(pointerOf('data', 1, 'output'));
    expect(output && readString(bytes, output.from, output.to)).toBe('the last');
    const item = document.find(pointerOf('data', 1, 'inputs', 'a', 1));
    expect(item && decodeUtf8(bytes, item.from, item.to)).toBe('"é\\n"');
    expect(document.pointerAt(item?.from ?? 0)).toBe(pointerOf('data', 1, 'inputs', 'a', 1));
    expect(document.find(pointerOf('usage'))).toMatchObject({ kind: 'null', to: length - 1 });
    const members = document.children(pointerOf('data', 1), 0, 10);
    expect(members?.map(({ keyFrom, keyTo }) => decodeUtf8(bytes, keyFrom, keyTo))).toEqual(['"output"', '"inputs"']);
  });

  it('has keys, findings and lines there', () => {
    const keyFrom = length - encoder.encode(end.slice(end.indexOf('"usage"'))).length;
    const keyTo = keyFrom + '"usage"'.length;
    expect(decodeUtf8(bytes, keyFrom, keyTo)).toBe('"usage"');
    const stack = new ContainerStack();
    stack.push(kindCode.object, length - 2, 0);
    stack.keyFroms[0] = keyFrom;
    stack.keyTos[0] = keyTo;
    expect(stack.froms[0]).toBe(length - 2);
    const keys = new KeyRegister(bytes);
    expect(keys.add(0, keyFrom, keyTo, false)).toBe(0);
    expect(keys.add(0, keyFrom, keyTo, false)).toBe(0);
    const recorder = new FindingRecorder(bytes, stack);
    recorder.duplicateKey(keys, 0, keyFrom, keyTo);
    recorder.invalidUtf8(length - 3, length - 2, 1);
    recorder.invalidUtf8(length - 2, length - 1, 1);
    expect(recorder.findings.duplicateKeys.first[0]).toMatchObject({ from: keyFrom, to: keyTo, key: 'usage' });
    expect(recorder.findings.invalidUtf8.first).toMatchObject([
      { from: length - 3, to: length - 1, pointer: '/usage' },
    ]);
    const builder = new LineIndexBuilder(0);
    builder.push(length - 20);
    builder.push(length - 10);
    expect(lineRange(bytes, builder.build(), 2)).toEqual({ from: length - 20, to: length - 11 });
    const table = new NodeTableBuilder();
    table.add(kindCode.null, length - 5, length - 1, keyFrom, keyTo, -1, -1);
    expect(table.build()).toMatchObject({ from: Uint32Array.of(length - 5), keyTo: Uint32Array.of(keyTo) });
  });
});
