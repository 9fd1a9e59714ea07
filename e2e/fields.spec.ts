// The keys at the root of a response: what is set, and absent, null and empty told apart.
import type { Locator } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const { logprobs: _logprobs, num_samples: _samples, ...built } = completionResponse({ samples: ['Green tea'] });
const teas = {
  ...built,
  suffix: null,
  user: '',
  session_id: 'session 7',
  metadata: {},
  provider_request: { model: 'text-davinci-003', stop: [] },
  trace: [],
  cost: 1.5e-3,
};
// A number that JavaScript would write otherwise.
const teasText = JSON.stringify(teas, null, 2).replace('"cost": 0.0015', '"cost": 1.50E-3');

async function openFields(inspector: Inspector): Promise<void> {
  await inspector.visit();
  await inspector.openAs('teas.json', teasText);
  await inspector.main.getByRole('button', { name: /prompt 12 \+ generation 2/ }).click();
  await expect(inspector.region('Response fields')).toBeVisible();
}

/** What stands beside a key of the pane. */
function field(inspector: Inspector, key: string): Locator {
  const pane = inspector.region('Response fields');
  const term = inspector.page.getByRole('term').filter({ hasText: new RegExp(`^${key}(extra)?$`) });
  return pane.getByRole('definition').and(term.locator('xpath=following-sibling::dd'));
}

test('the closed line says what is set, and opens and closes the pane', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', teasText);
  const line = inspector.main.getByRole('button', { name: /prompt 12 \+ generation 2/ });
  await expect(line).toContainText('text-davinci-003');
  await expect(line).toContainText('14 tokens');
  await expect(line).not.toContainText('suffix');
  await expect(line).toHaveAttribute('aria-expanded', 'false');
  await line.click();
  await expect(line).toHaveAttribute('aria-expanded', 'true');
  await expect(inspector.region('Response fields')).toBeVisible();
  await inspector.region('Response fields').getByRole('button', { name: 'Close response fields', exact: true }).click();
  await expect(inspector.region('Response fields')).toHaveCount(0);
  await expect(line).toHaveAttribute('aria-expanded', 'false');
});

test('absent, null and empty are told apart', async ({ inspector }) => {
  await openFields(inspector);
  await expect(field(inspector, 'num_samples')).toHaveText('1 (not set)');
  await expect(field(inspector, 'logprobs')).toHaveText('not set');
  await expect(field(inspector, 'suffix')).toHaveText('null');
  await expect(field(inspector, 'user')).toHaveText('""empty text');
  await expect(field(inspector, 'metadata')).toHaveText('{}empty object');
  await expect(field(inspector, 'trace')).toHaveText('[]empty list');
  await expect(field(inspector, 'session_id')).toHaveText('"session 7"');
  await expect(field(inspector, 'cost')).toHaveText('1.50E-3');
  // There is nothing to select where nothing stands.
  for (const key of ['num_samples', 'logprobs']) {
    await expect(field(inspector, key).getByRole('button')).toHaveCount(0);
  }
});

test('keys that are not documented are named as extra', async ({ inspector }) => {
  await openFields(inspector);
  const terms = inspector.region('Response fields').getByRole('term');
  await expect(terms.filter({ hasText: /^cost/ })).toHaveText('costextra');
  await expect(terms.filter({ hasText: /^suffix/ })).toHaveText('suffix');
});

test('each value selects its place', async ({ inspector }) => {
  await openFields(inspector);
  for (const [key, marked] of [
    ['suffix', 'null'],
    ['user', '""'],
    ['metadata', '{}'],
    ['session_id', '"session 7"'],
    ['trace', '[]'],
    ['cost', '1.50E-3'],
    ['project_id', '"pr_fixture"'],
  ] as const) {
    const value = field(inspector, key).getByRole('button');
    await value.click();
    await expect.poll(() => inspector.selectedPointer()).toBe(`/${key}`);
    await expect(value).toHaveAttribute('aria-current', 'true');
    await expect(inspector.marks).toHaveText([marked]);
    await expect(inspector.selectedTreeItem).toHaveAccessibleName(
      `${key}: ${marked.replace('{}', '{0}').replace('[]', '[0]')}`,
    );
  }
  await field(inspector, 'provider_request').getByRole('button').click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/provider_request');
  await expect(inspector.selectedRow).toHaveCount(0);
});
