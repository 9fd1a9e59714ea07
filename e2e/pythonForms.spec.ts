// What Python and JavaScript print, pasted as it is: read as the response, said what it was, its source as it was brought.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './inspector.ts';

const sample = (name: string) => readFileSync(`e2e/fixtures/forms/${name}`, 'utf8').trim();

test('what an SDK of Python prints opens with rows, and its source is the text of Python', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.paste(sample('python/schema-konfig.txt'));
  await inspector.loaded();
  await expect(inspector.status).toContainText('1 generation');
  await expect(inspector.outputText).toHaveText('Two cups');
  const source = inspector.region('Source');
  await expect(source).toContainText("frozendict.frozendict({'id': 'call_sdk', 'num_samples': Decimal('1')");
  await expect(inspector.howRead).toContainText('8 wrappers such as frozendict(…)');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/0');
  await expect
    .poll(() => inspector.markedText())
    .toMatch(/^\{'id': 'data_sdk', 'index': Decimal\('0'\).*'model_config_id': 'c'\}$/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('what pydantic and pprint print opens, and text that Python cannot be is refused with its place', async ({
  inspector,
}) => {
  await inspector.visit();
  await inspector.openAs('pydantic.txt', sample('python/pydantic-repr.txt'));
  await expect(inspector.status).toContainText('pydantic.txt: 2 generations, 2 distinct, 1 provider response');
  await expect(inspector.howRead).toContainText('CompletionResponse, Sample (2), Usage');
  await inspector.openAs('pprint.txt', sample('python/pprint-40.txt'));
  await expect(inspector.status).toContainText('pprint.txt: 2 generations, 2 distinct, 1 provider response');
  await expect(inspector.outputText).toContainText('the leaves unfold slowly in the pot');
  await inspector.pickFiles({ name: 'broken.txt', text: "{'data': [{'id': None 'output': 'a'}]}" });
  await expect(inspector.alert).toContainText('This is Python that cannot be read');
  await expect(inspector.alert).toContainText('line 1, column 23');
});

test('what console.log prints opens with a warning of what it left out', async ({ inspector }) => {
  await inspector.visit();
  await inspector.paste(sample('javascript/console.txt'));
  await inspector.loaded();
  await expect(inspector.status).toContainText('2 generations');
  const note = inspector.howRead;
  await expect(note).toContainText('4 values that the console left out, such as [Object] (the first in line 18)');
  await expect(note).toContainText('util.inspect(x, { depth: null');
  await expect(inspector.region('Source')).toContainText('inputs: [Object]');
  await inspector.reload();
  await expect(inspector.status).toContainText('2 generations');
  await expect(inspector.region('Source')).toContainText('inputs: [Object]');
});
