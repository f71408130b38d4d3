import { createContext, useContext } from 'react'
import type { Errors, Values } from './form-raw.ts'

/** The earlier day a page is shown as of, as an ISO day; null for today. With `result`, what was wrong with the one asked for. */
export type Past = { on: string | null; result?: { values: Values; errors: Errors } }

/** The earlier day of the page that is shown; null for today. */
export const PastDay = createContext<string | null>(null)

export const usePastDay = () => useContext(PastDay)

/** Gives addresses that stay on the day of this page. */
export function usePastHref() {
  const on = usePastDay()
  return (href: string) => hrefOn(href, on)
}

/** An address with the day kept in it. */
export const hrefOn = (href: string, on: string | null) =>
  on ? `${href}${href.includes('?') ? '&' : '?'}on=${on}` : href
