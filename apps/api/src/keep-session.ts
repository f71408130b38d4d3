import { noSessionCookie, sessionCookie } from '@wirearchy/domain/account'
import type { RequestCtx } from './context.ts'

/** Gives the browser its session cookie, and the caller everything but the token. */
export function keepSession<Signed extends { sessionToken: string; shared: boolean }>(
  ctx: RequestCtx,
  signed: Signed,
) {
  const { sessionToken, shared, ...rest } = signed
  ctx.setCookie(sessionCookie(ctx.origin, sessionToken, { shared }))
  return rest
}

/** Takes the session cookie away. */
export function forgetSession<Result>(ctx: RequestCtx, result: Result) {
  ctx.setCookie(noSessionCookie(ctx.origin))
  return result
}
