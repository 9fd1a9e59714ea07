import { describe, expect, it } from 'vitest';
import { draftAround, draftOf, sourceOf, withText } from './draft.ts';

async function whole(draft: Parameters<typeof sourceOf>[0]): Promise<string> {
  const source = sourceOf(draft);
  return 'text' in source ? source.text : await source.file.text();
}

describe('a long text in the box', () => {
  it('is its start, and joined again it is what was pasted', async () => {
    const text = `${'a'.repeat(1999)}😀${'é'.repeat(120_000)}`;
    const draft = draftOf(text);
    expect(draft.text).toBe('a'.repeat(1999));
    expect(await whole(draft)).toBe(text);
  });

  it('is the part around a mistake, with the caret at it, and what is held on both sides is unchanged', async () => {
    const text = `${'é'.repeat(150_000)}"mistake${'😀'.repeat(50_000)}`;
    const content = new Blob([text]);
    const draft = await draftAround(content, 300_000);
    expect(draft.text.length).toBeLessThan(40_000);
    expect(draft.text.slice(draft.caret)).toMatch(/^"mistake/);
    expect(draft.before).toBeDefined();
    expect(draft.after).toBeDefined();
    expect(draft.text).not.toContain('\ufffd');
    expect(await whole(draft)).toBe(text);
    expect(await whole({ ...draft, text: draft.text.replace('"mistake', 'mended') })).toBe(
      text.replace('"mistake', 'mended'),
    );
  });

  it('never tears a character, wherever the mistake is', async () => {
    const content = new Blob(['😀é€'.repeat(15_000)]);
    for (let byte = 50_000; byte < 50_012; byte++) {
      const { text } = await draftAround(content, byte);
      expect(text).not.toContain('\ufffd');
    }
  });

  it('that is short stands there whole', async () => {
    expect(await draftAround(new Blob(['é{x']), 3)).toEqual({ text: 'é{x', caret: 2 });
    expect(draftOf('short')).toEqual({ text: 'short' });
  });

  it('takes another long text in, and what was held stays around it', async () => {
    const draft = { text: '[]', before: new Blob(['<']), after: new Blob(['>']) };
    const inserted = `[${'1,'.repeat(80_000)}1]`;
    expect(await whole(withText(draft, inserted))).toBe(`<${inserted}>`);
  });
});
