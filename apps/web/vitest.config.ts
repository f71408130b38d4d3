import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  test: {
    name: 'web',
    include: ['**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    isolate: false,
    exclude: ['build/**', 'dist/**', 'node_modules/**'],
  },
})
