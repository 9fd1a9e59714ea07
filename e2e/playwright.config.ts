// How the journeys run: in Chromium, against the built site as its own command serves it.
import { defineConfig } from 'playwright/test';
import { browserFlags, findBrowser } from './browser.js';

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('No Chromium found. npm test installs one.');

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // A busy machine is no failure: no journey is a test of speed.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.JOURNEYS_REPORT
    ? [['list'], ['json', { outputFile: process.env.JOURNEYS_REPORT }]]
    : [['list']],
  use: {
    browserName: 'chromium',
    // It would fetch every part for each journey, and what it answers no journey could hold back; those that are about it allow it.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: [...browserFlags] },
  },
});
