import { noSessionCookie, sessionCookie } from '@wirearchy/domain/account'
import type { RequestCtx } from './context.ts'

/** Gives the browser the session that a verb began, if it did, and the caller everything but the token. */
export async function keepSession<Result extends object>(ctx: RequestCtx, verb: Promise<Result> | Result) {
  const result: Result & { sessionToken?: string; shared?: boolean } = await verb
  const { sessionToken, shared, ...rest } = result
  if (sessionToken) ctx.setCookie(sessionCookie(ctx.origin, sessionToken, { shared }))
  return rest as Omit<Result, 'sessionToken' | 'shared'>
}

/** Takes the session cookie away after a verb. */
export async function forgetSession<Result>(ctx: RequestCtx, verb: Promise<Result>) {
  const result = await verb
  ctx.setCookie(noSessionCookie(ctx.origin))
  return result
}
