import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'domain',
    include: ['src/**/*.test.ts'],
    setupFiles: ['../../tooling/property-seed.mjs'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // One worker keeps its modules from file to file: loading them anew takes longer than the tests themselves.
    isolate: false,
  },
})
