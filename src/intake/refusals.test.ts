import { describe, expect, it } from 'vitest';
import { utf8 } from '../../e2e/fixtures/readForms.ts';
import { takeIn } from './pipeline.ts';
import { recognise } from './recognise.ts';

const said = async (text: string) => {
  const taken = await takeIn(utf8(text));
  return taken?.isRefused ? `${taken.title}. ${taken.advice}` : taken && 'form' in taken ? taken.form : 'nothing';
};

describe('what cannot be read is named, with what helps', () => {
  it.each([
    [
      'the tree of the console',
      '{data: Array(1), provider_responses: Array(1)}\n  data: Array(1)\n    0: {index: 0, output: "Green tea", …}\n    length: 1',
      'Copy object',
    ],
    [
      'the tree of the network panel',
      'data: [{index: 0, …}]\n▶ 0: {index: 0, output: "Green tea", …}\nproject_id: "pr_1"',
      'Copy response',
    ],
    ['the one line of a folded object', "▶ {id: 'chatcmpl-1', choices: Array(1), usage: {…}}", 'Copy object'],
    ['[object Object]', '[object Object]', 'JSON.stringify'],
    [
      'a page of HTML',
      '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body>{"a": 1}</body></html>',
      'status',
    ],
    ['a page to sign in', '<html><form><input type="password" name="p"></form></html>', 'Sign in'],
    ['rich text', '{\\rtf1\\ansi {\\fonttbl} \\{"data": []\\}}', 'plain text'],
    ['XML', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'JSON'],
  ])('%s', async (_name, text, advice) => {
    expect(await said(text)).toContain(advice);
  });

  it.each([
    ['a pickle', [0x80, 0x04, 0x95, 0, 0], 'pickle.load'],
    ['a Parquet file', [0x50, 0x41, 0x52, 0x31, 0x15, 0], 'read_parquet'],
    ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f], 'llm logs --json'],
    ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'Copy the cell'],
  ])('%s', (_name, bytes, advice) => {
    const found = recognise(Uint8Array.from(bytes));
    expect(found.isText ? '' : found.advice).toContain(advice);
  });
});

describe('a notebook', () => {
  const cell = (outputs: readonly object[]) => ({ cell_type: 'code', execution_count: 3, outputs, source: [] });
  const notebookOf = (outputs: readonly object[]) =>
    JSON.stringify({ cells: [{ cell_type: 'markdown', source: [] }, cell(outputs)], nbformat: 4, nbformat_minor: 5 });

  it('is read output by output', async () => {
    const text = notebookOf([
      { output_type: 'stream', name: 'stdout', text: ['{"data": [],\n', ' "provider_responses": []}\n'] },
      { output_type: 'execute_result', data: { 'application/json': { data: [] }, 'text/plain': ['<object>'] } },
      { output_type: 'stream', text: 'done' },
    ]);
    const taken = await takeIn(utf8(text));
    expect(taken && !taken.isRefused && taken.form).toBe('Jupyter notebook, 2 outputs, 2 responses');
    expect(taken && !taken.isRefused && taken.entries?.map(({ name }) => name)).toEqual(['cell [3]', 'cell [3]']);
  });

  it('without such outputs says what to do', async () => {
    expect(await said(notebookOf([{ output_type: 'stream', text: 'done' }]))).toContain('Run the cell');
  });
});
