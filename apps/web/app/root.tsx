import latin from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { ErrorPage } from './components/error-page.tsx'
import { PageShell } from './components/page-shell.tsx'
import { RouteFocus } from './components/route-focus.tsx'
import { errorTitle } from './error-words.ts'
import { clearFlash } from './flash.ts'
import { titleText } from './page-title.ts'
import { shellOf } from './shell.server.ts'
import { Nonce, useShell } from './shell.ts'
import styles from './styles/index.css?url'

export const links: LinksFunction = () => [
  { rel: 'preload', href: latin, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error }) => [
  { title: titleText([error ? errorTitle(error) : undefined]) },
]

export async function loader({ context }: LoaderFunctionArgs) {
  const headers = context.flash ? { 'Set-Cookie': clearFlash(context.origin) } : undefined
  return data(shellOf(context), { headers })
}

export function Layout({ children }: { children: ReactNode }) {
  const shell = useShell()
  const nonce = useContext(Nonce)
  const isLive = useIsLive()
  const { theme, text, spacing, pictures } = shell.display
  return (
    <html
      lang="en-GB"
      data-theme={theme}
      data-text={text}
      data-spacing={spacing}
      data-pictures={pictures}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <PageShell {...shell}>{children}</PageShell>
        {isLive ? <RouteFocus /> : null}
        {isLive ? <ScrollRestoration nonce={nonce} /> : null}
        {isLive ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  )
}

/** Reading pages (`handle = { hydrate: false }`) and error pages are sent without a script; one that runs goes on. */
function useIsLive() {
  const error = useRouteError()
  const matches = useMatches()
  if (typeof document !== 'undefined') return true
  return (
    !error && !matches.some((match) => (match.handle as { hydrate?: boolean } | undefined)?.hydrate === false)
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />
}
