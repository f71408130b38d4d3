import { initTRPC, TRPCError } from '@trpc/server'
import { Problem, type ProblemCode } from '@wirearchy/domain'
import { ZodError } from 'zod'
import type { RequestCtx } from './context.ts'
import { pressedAtTheDoor, pressedOnce } from './press.ts'
import { problemIn } from './unavailable.ts'

const HTTP: Record<ProblemCode, TRPCError['code']> = {
  not_found: 'NOT_FOUND',
  not_allowed: 'FORBIDDEN',
  signed_out: 'UNAUTHORIZED',
  bad_input: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  gone: 'PRECONDITION_FAILED',
  too_many: 'TOO_MANY_REQUESTS',
  busy: 'SERVICE_UNAVAILABLE',
}

/** What a caller learns of a refusal: its sentence and the field it stands beside. Of a fault of ours: its number. */
const t = initTRPC.context<RequestCtx>().create({
  errorFormatter({ shape: { code, data }, error, ctx }) {
    const { code: name, httpStatus } = data
    return { code, message: sentenceOf(error, ctx), data: { code: name, httpStatus, ...refusalOf(error) } }
  },
})

function sentenceOf(error: TRPCError, ctx: RequestCtx | undefined) {
  if (error.cause instanceof Problem) return error.cause.message
  if (error.cause instanceof ZodError) return 'Check the fields named here, then try again.'
  if (error.code !== 'INTERNAL_SERVER_ERROR') return 'We could not read that request.'
  return `There is a problem on our side. If it goes on, tell us this number: ${ctx?.correlationId ?? 'none'}.`
}

function refusalOf({ cause }: TRPCError) {
  if (cause instanceof Problem) return { problem: { code: cause.code, field: cause.field ?? null } }
  if (cause instanceof ZodError)
    return { fields: Object.fromEntries(cause.issues.map(({ path, message }) => [path.join('.'), message])) }
  return {}
}

const withRefusals = t.middleware(async ({ next }) => {
  const result = await next()
  const problem = result.ok ? null : problemIn(result.error.cause)
  if (problem) throw new TRPCError({ code: HTTP[problem.code], cause: problem })
  return result
})

/** Asked by anybody. */
export const open = t.procedure.use(withRefusals)

const onceAtTheDoor = t.middleware((call) => pressedAtTheDoor(call))
const once = t.middleware((call) => pressedOnce(call))

const byItself = t.middleware(({ ctx, next }) => {
  if (ctx.batched) throw new Problem('bad_input', 'Ask this by itself, one call a request.')
  return next()
})

/** Asked by somebody at the door: one call a request, so that guesses are counted one by one. */
export const door = open.use(byItself).use(onceAtTheDoor)

/** Asked by somebody who is signed in. */
export const member = open.use(once).use(({ ctx, next }) => {
  if (ctx.viewer === null || ctx.sessionId === null || ctx.accountId === null) throw Problem.signedOut()
  const { viewer, sessionId, accountId } = ctx
  return next({ ctx: { ...ctx, viewer, sessionId, accountId } })
})

/** The same, one call a request: for what sends letters, takes codes or hashes. */
export const alone = member.use(byItself)

export const { router, createCallerFactory } = t
