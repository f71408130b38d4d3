import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'graph',
    include: ['src/**/*.test.ts'],
    setupFiles: ['../../tooling/property-seed.mjs'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
