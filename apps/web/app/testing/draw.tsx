import { createRemixStub } from '@remix-run/testing'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Shell } from '../shell.ts'

const SHELL: Shell = {
  viewer: { id: 'asha', name: 'Asha Patel' },
  display: { theme: 'device', text: 'normal', spacing: 'normal', pictures: 'on' },
  demo: false,
  flash: null,
  formKey: 'key-1',
  requestId: 'request-1',
  refused: false,
}

/** The HTML of something as a page would send it, inside a site that knows these facts. */
export function draw(something: ReactNode, shell: Partial<Shell> = {}, path = '/here') {
  const Site = createRemixStub([
    { id: 'root', path: path.split('?')[0], Component: () => something, loader: () => null },
  ])
  const loaderData = { root: { ...SHELL, ...shell } }
  return withoutAdvice(() =>
    renderToStaticMarkup(<Site initialEntries={[path]} hydrationData={{ loaderData }} />),
  )
}

/** The stand-in for a site is made for browsers, and React says so once for every drawing. */
function withoutAdvice(render: () => string) {
  const say = console.error
  console.error = (...words) => String(words[0]).includes('useLayoutEffect does nothing') || say(...words)
  try {
    return render()
  } finally {
    console.error = say
  }
}
