import { useRouteLoaderData } from '@remix-run/react'
import { createContext, useContext } from 'react'
import type { Viewer } from '../load-context.ts'
import type { Display } from './display.ts'
import type { Flash } from './flash.ts'

/** What every page knows besides its own data. */
export type Shell = {
  viewer: Viewer | null
  display: Display
  demo: boolean
  flash: Flash | null
  /** Given to each form once, so that a double click is one act. */
  formKey: string
  requestId: string
  refused: boolean
}

const NOBODY: Shell = {
  viewer: null,
  display: { theme: 'device', text: 'normal', spacing: 'normal', pictures: 'on' },
  demo: false,
  flash: null,
  formKey: '',
  requestId: '',
  refused: false,
}

/** On the server, for pages whose root loader did not run: a refused action leaves only this. */
export const ServerShell = createContext<Shell>(NOBODY)

/** The CSP nonce of this request; empty in the browser, where it is not needed again. */
export const Nonce = createContext('')

/** The shell's facts, in any component. */
export function useShell(): Shell {
  const fromServer = useContext(ServerShell)
  return (useRouteLoaderData('root') as Shell | undefined) ?? fromServer
}
