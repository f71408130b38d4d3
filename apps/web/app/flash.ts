import { cookieValue } from './cookie.ts'
import { isInnerPath } from './safe-next.ts'

/** One sentence for the next page, with an undo when there is one: a form's address and its hidden fields. */
export type Flash = {
  text: string
  undo?: { action: string; label?: string; fields?: Record<string, string> }
}

const MINUTE = 60

/** `__Host-` keeps sibling sites from writing our sentences; it exists on https only. */
const nameFor = (origin: string) => (origin.startsWith('https:') ? '__Host-flash' : 'flash')

/** The sentence that waits in the cookie; null when there is none or it is not one of ours. */
export function readFlash(header: string | undefined | null, origin: string): Flash | null {
  try {
    const flash = JSON.parse(cookieValue(header, nameFor(origin))) as Flash
    const isOurs = typeof flash.text === 'string' && (!flash.undo || isInnerPath(flash.undo.action))
    return isOurs ? flash : null
  } catch {
    return null
  }
}

/** The Set-Cookie line that carries a sentence to the next page, for at most a minute. */
export function flashCookie(flash: Flash, origin: string) {
  return `${nameFor(origin)}=${encodeURIComponent(JSON.stringify(flash))}; ${attributes(origin, MINUTE)}`
}

/** The Set-Cookie line that forgets the sentence once a page has shown it. */
export function clearFlash(origin: string) {
  return `${nameFor(origin)}=; ${attributes(origin, 0)}`
}

function attributes(origin: string, maxAge: number) {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `Path=/; Max-Age=${maxAge}; SameSite=Lax; HttpOnly${secure}`
}
