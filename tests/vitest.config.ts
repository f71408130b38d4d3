import { defineConfig } from 'vitest/config'

/** Stories, laws and the privacy table. The browser's specs (`*.spec.ts`) belong to Playwright. */
export default defineConfig({
  test: {
    name: 'tests',
    include: ['**/*.test.ts'],
    setupFiles: ['../tooling/property-seed.mjs'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
