import { defineConfig } from '@playwright/test'

/** Everybody's way through all pages takes longest and is one worker's: it begins first, beside the journeys. */
const PAGES = /\/pages\.spec\.ts$/

/** Every journey runs twice: as most people read, and with JavaScript off. */
export default defineConfig({
  testDir: 'browser',
  outputDir: 'test-results',
  globalSetup: './browser/seed.ts',
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'pages', testMatch: PAGES },
    { name: 'script', testIgnore: PAGES },
    { name: 'plain', testIgnore: PAGES, use: { javaScriptEnabled: false }, grepInvert: /@script/ },
  ],
})
