import type { Api } from '@wirearchy/api/router'
import type { Display } from './app/display.ts'
import type { Flash } from './app/flash.ts'

/** Who is looking, as the header and the greetings say it; null when nobody is signed in. */
export type Viewer = { id: string; name: string }

/** What server.ts hands to every loader and action, made anew for each request. */
export type LoadContext = {
  api: Api
  /** The key of the form that was sent: attempt() sets it, and what is sent again under it is done once. */
  form: { key: string | null }
  viewer: Viewer | null
  demo: boolean
  theme: Display
  flash: Flash | null
  nonce: string
  requestId: string
  /** Logs a fault of ours under that number, without a word of what it was about. */
  report: (error: unknown) => void
  origin: string
  /** Set by attempt() when it refuses a form, so that the page's title can say so. */
  refused?: boolean
}

declare module '@remix-run/node' {
  interface AppLoadContext extends LoadContext {}
}
