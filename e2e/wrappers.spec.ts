// A response within something else: text of a chat, what a client printed, a recording of calls. It opens as by itself, and what must not be seen is not.
import { readFileSync } from 'node:fs';
import { completionResponse } from './fixtures/build.ts';
import { expect, test } from './inspector.ts';

const teas = JSON.stringify(completionResponse({ samples: ['Green tea', 'Black tea'] }), null, 2);
const sample = (name: string) => readFileSync(new URL(`fixtures/forms/${name}`, import.meta.url), 'utf8');

test('a response in a fence, in a string and in a log opens as by itself, with its place in what was pasted', async ({
  inspector,
}) => {
  await inspector.visit();
  for (const [name, text, written] of [
    ['chat.md', `Sure! Here is it:\n\n\`\`\`json\n${teas}\n\`\`\`\nAnything else?\n`, '"output": "Black tea"'],
    ['string.json', JSON.stringify(teas), '\\"output\\": \\"Black tea\\"'],
    [
      'app.log',
      `2026-11-27 10:00:00 INFO llm: ${JSON.stringify(JSON.parse(teas))}\n2026-11-27 10:00:01 INFO done\n`,
      '"output":"Black tea"',
    ],
  ] as const) {
    await inspector.openAs(name, text);
    await expect(inspector.status).toContainText(`${name}: 2 generations, 2 distinct`);
    await inspector.row(1).click();
    await expect(inspector.outputText).toHaveText('Black tea');
    await expect.poll(() => inspector.markedText()).toContain(written);
  }
});

test('what a client printed and a recorder kept opens with its request, and no key is seen', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  for (const name of ['http/httpie-v.txt', 'cassettes/vcrpy-stream.yaml']) {
    const text = sample(name);
    expect(text).toContain('sk-invented');
    await inspector.openAs(name.replace(/.*\//, ''), text);
    await inspector
      .treeItem(/^provider_request/)
      .first()
      .click();
    await expect.poll(() => inspector.markedText()).toContain('"temperature": 0.7');
    await expect(page.getByText('sk-invented')).toHaveCount(0);
  }
});
