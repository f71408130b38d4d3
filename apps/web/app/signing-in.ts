import { cookieValue } from './cookie.ts'

/** What the page that takes the code needs to know of the page before it. Only the browser holds it. */
export type SigningIn = {
  email: string
  /** Where to go after it. */
  next?: string
  shared?: boolean
  /** The training group's link they came by. */
  linkId?: string
  /** The invitation they came by. */
  token?: string
  /** From the link in the letter: shown in the box, never sent by itself. */
  code?: string
}

const QUARTER_HOUR = 900

const nameFor = (origin: string) => (origin.startsWith('https:') ? '__Host-signing-in' : 'signing-in')

/** The half-done sign-in of this browser; empty when there is none. */
export function readSigningIn(header: string | undefined | null, origin: string): Partial<SigningIn> {
  try {
    const state = JSON.parse(cookieValue(header, nameFor(origin))) as Partial<SigningIn>
    return typeof state === 'object' && state !== null ? state : {}
  } catch {
    return {}
  }
}

/** The Set-Cookie line that carries a half-done sign-in to the next page, for a quarter of an hour. */
export function signingInCookie(state: Partial<SigningIn>, origin: string) {
  return line(origin, encodeURIComponent(JSON.stringify(state)), QUARTER_HOUR)
}

/** The Set-Cookie line that forgets it. */
export const noSigningInCookie = (origin: string) => line(origin, '', 0)

function line(origin: string, value: string, maxAge: number) {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${nameFor(origin)}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax; HttpOnly${secure}`
}
