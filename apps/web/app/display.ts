import { cookieValue } from './cookie.ts'

/** How a person likes the pages to look; kept in a cookie on this device, the same with and without an account. */
export type Display = {
  theme: 'device' | 'light' | 'dark'
  text: 'normal' | 'large'
  spacing: 'normal' | 'wide'
  pictures: 'on' | 'lists'
}

const choices = {
  theme: ['device', 'light', 'dark'],
  text: ['normal', 'large'],
  spacing: ['normal', 'wide'],
  pictures: ['on', 'lists'],
} as const

const YEAR_IN_SECONDS = 31_536_000

/** Reads the choices from a Cookie header; anything unknown falls back to the first choice of its row. */
export function readDisplay(header: string | undefined | null): Display {
  return pickDisplay(new URLSearchParams(cookieValue(header, 'display')))
}

/** Picks the four choices out of a form or a query; unknown words fall back. */
export function pickDisplay(from: { get(name: string): unknown }): Display {
  const pick = <Name extends keyof Display>(name: Name) =>
    (choices[name] as readonly unknown[]).includes(from.get(name)) ? from.get(name) : choices[name][0]
  return {
    theme: pick('theme'),
    text: pick('text'),
    spacing: pick('spacing'),
    pictures: pick('pictures'),
  } as Display
}

/** The Set-Cookie line that keeps the choices for a year. */
export function displayCookie(display: Display) {
  const value = encodeURIComponent(new URLSearchParams(display).toString())
  return `display=${value}; Path=/; Max-Age=${YEAR_IN_SECONDS}; SameSite=Lax; HttpOnly`
}
