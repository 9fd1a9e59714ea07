import { describe, expect, it } from 'vitest';
import { readMarkdown } from './readMarkdown.ts';

const p = (...children: readonly unknown[]) => ({ tag: 'p', children });

describe('readMarkdown', () => {
  it('reads headings, lists, emphasis and code', async () => {
    const nodes = await readMarkdown('## Tea\n\n3. *green*\n4. **black**\n\n```js\nbrew()\n```\n');
    expect(nodes.filter((node) => node !== '\n')).toMatchObject([
      { tag: 'heading', level: { written: 2, nested: 1 }, children: ['Tea'] },
      { tag: 'ol', start: 3 },
      { tag: 'pre', children: [{ tag: 'code', children: ['brew()\n'] }] },
    ]);
  });

  it('skips no level of headings, whatever the text does', async () => {
    const nodes = await readMarkdown('# a\n\n#### b\n\n## c');
    expect(nodes.flatMap((node) => (typeof node === 'object' ? [node.level?.nested] : []))).toEqual([1, 2, 2]);
  });

  it('takes HTML for text', async () => {
    const html = '<img src=x onerror=alert(1)>';
    expect(await readMarkdown(html)).toEqual([html]);
    expect(await readMarkdown('a <b>c</b>')).toEqual([p('a ', '<b>', 'c', '</b>')]);
  });

  it('keeps the address of links and images as it was written', async () => {
    expect(await readMarkdown('[a](javascript:x) ![b](https://tea.example/b.png)')).toEqual([
      p({ tag: 'link', children: ['a'], address: 'javascript:x' }, ' ', {
        tag: 'image',
        children: ['b'],
        address: 'https://tea.example/b.png',
      }),
    ]);
  });

  it('reads tables, tasks and strike-through, and one tilde as a tilde', async () => {
    const table = await readMarkdown('| tea | °C |\n|---|--:|\n| green | 80 |');
    expect(JSON.stringify(table)).toContain(JSON.stringify({ tag: 'td', children: ['80'], align: 'right' }));
    expect(JSON.stringify(table)).toContain(JSON.stringify({ tag: 'th', children: ['tea'] }));
    const list = JSON.stringify(await readMarkdown('- [x] boil\n- [ ] pour\n\n~~black~~ ~5 to ~6'));
    expect(list.match(/"isDone":(true|false)/g)).toEqual(['"isDone":true', '"isDone":false']);
    expect(list).toContain(JSON.stringify({ tag: 'del', children: ['black'] }));
    expect(list).toContain(' ~5 to ~6');
  });

  it('gives a footnote as its number and its words, without a link to nowhere', async () => {
    const nodes = JSON.stringify(await readMarkdown('tea[^1]\n\n[^1]: green'));
    expect(nodes).toContain('green');
    expect(nodes).not.toContain('link');
  });

  it('gives what is nested too deep without its elements', async () => {
    const nodes = await readMarkdown(`${'>'.repeat(200)} deep`);
    expect(JSON.stringify(nodes).split('blockquote').length - 1).toBeLessThan(70);
    expect(JSON.stringify(nodes)).toContain('deep');
  });
});
