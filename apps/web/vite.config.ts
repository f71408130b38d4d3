import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const version = (major: number, minor = 0) => (major << 16) | (minor << 8)

/** The oldest browsers seen in schools: iPads on iOS 15.4, Chrome 99. Nesting and light-dark() compile away. */
const oldest = { ios_saf: version(15, 4), safari: version(15, 4), chrome: version(99), firefox: version(97) }

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ['**/*.test.*'],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  optimizeDeps: { include: ['downshift'] },
  ssr: { noExternal: [/^@wirearchy\//] },
  css: { transformer: 'lightningcss', lightningcss: { targets: oldest } },
  build: { assetsInlineLimit: 0, cssMinify: 'lightningcss', cssCodeSplit: true },
})
