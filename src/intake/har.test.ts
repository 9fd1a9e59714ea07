// HAR of Playwright itself and, by HAR 1.2, of others: e2e/fixtures/forms/har.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wrongLeaves } from '../../e2e/fixtures/mapsBack.ts';
import { originsText } from './origins.ts';
import { takeIn } from './pipeline.ts';

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(`e2e/fixtures/forms/har/${file}`));
}

async function taken(file: string) {
  const found = await takeIn(bytesOf(file));
  if (found === undefined || found.isRefused) throw new Error(`${file} is not taken`);
  return { ...found, made: new TextDecoder().decode(found.bytes), source: originsText(found.origins) };
}

const expected: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    'playwright.har',
    'HAR, 3 responses',
    ['chat/completions', 'stream', 'plain'],
    ['Quiet \\"Quay\\"', 'Fog ', 'Packed é'],
  ],
  [
    'chromium.har',
    'HAR, 2 responses',
    ['chat/completions', 'messages'],
    ['Back\\\\slash \\"quoted\\" \u{1F32B}', 'Quay'],
  ],
  [
    'firefox.har',
    'HAR, 2 responses',
    ['chat/completions', 'chat/completions'],
    ['Back\\\\slash \\"quoted\\" \u{1F32B}', 'One ', 'two'],
  ],
  ['charles.har', 'HAR, OpenAI chat body', [], ['Back\\\\slash \\"quoted\\" \u{1F32B}']],
  ['insomnia.har', 'HAR, OpenAI chat body', [], ['Back\\\\slash \\"quoted\\" \u{1F32B}']],
  ['platform.har', 'HAR', [], ['Low Hill']],
];

describe('HAR', () => {
  it.each(expected)('%s: %s', async (file, form, names, texts) => {
    const { made, source, map, bytes, ...found } = await taken(file);
    expect(found.form).toBe(form);
    expect((found.entries ?? []).map(({ name }) => name.replace(/^POST [^/]*\/v1\//, ''))).toEqual(names);
    expect(found.entries?.every(({ isSensitive }) => isSensitive) ?? true).toBe(true);
    for (const text of texts) expect(made).toContain(text);
    expect(made).toContain('"time_ms":');
    expect(made).toMatch(/"provider_request": ?\{ ?"(?:model|inputs)"/);
    // Three bytes of Base64 stand in four characters.
    const wrong = wrongLeaves(bytes, map, source).filter(
      ({ lexeme, source: packed }) => !Buffer.from(packed, 'base64').toString().includes(lexeme),
    );
    expect(wrong).toEqual([]);
  });

  it.each(expected)(
    'of the secrets of %s nothing is left, neither in what was made nor in the source',
    async (file) => {
      expect(new TextDecoder().decode(bytesOf(file))).toContain('secret-');
      const { made, source, notes } = await taken(file);
      expect(made).not.toContain('secret-');
      expect(new TextDecoder().decode(source)).not.toContain('secret-');
      expect(source).toHaveLength(bytesOf(file).length);
      expect(notes.join(' ')).toContain('take care when sharing it');
    },
  );

  it('says what was left out', async () => {
    expect((await taken('chromium.har')).notes.join(' ')).toContain(
      'Left out: 1 entry without JSON, 1 entry without a recorded body.',
    );
    expect(await takeIn(bytesOf('nothing.har'))).toMatchObject({
      isRefused: true,
      detail: expect.stringContaining('1 body was not recorded'),
    });
  });

  it('leaves the platform its own answer, and adds what it does not say', async () => {
    const { made } = await taken('platform.har');
    expect(JSON.parse(made)).toMatchObject({
      data: [{ id: 'data_1' }],
      provider_request: { num_samples: 1 },
      metadata: { status: 200, time_ms: 812.5 },
    });
  });
});
