import type { ActionFunctionArgs } from '@remix-run/node'
import type { Questions } from '@wirearchy/domain/mentoring/input'
import { type Refusal, refusalFrom } from '../refusal.ts'

interface Sent {
  requestId: string | null
  errors: Refusal['errors']
  status: number
}

/**
 * Sends the request to those who were chosen, in that order; to the open list for null. When somebody filled up
 * meanwhile it says so, and the page shows who is free now, with every answer kept.
 */
export async function sendTo(
  args: ActionFunctionArgs,
  answers: Questions,
  chosen: (string | undefined)[] | null,
): Promise<Sent> {
  const mentorIds = [...new Set(chosen?.filter((id) => id !== undefined))]
  if (chosen && mentorIds.length === 0) return refused(args, { first: 'Choose whom to ask first.' }, 400)
  try {
    const { requestId } = await args.context.api.request.send({ ...answers, mentorIds })
    return { requestId, errors: {}, status: 200 }
  } catch (error) {
    const refusal = refusalFrom(error)
    if (refusal?.code !== 'conflict') throw error
    const { mentorIds: about, ...rest } = refusal.errors
    return refused(args, about ? { first: about, ...rest } : rest, 409)
  }
}

function refused({ context }: ActionFunctionArgs, errors: Refusal['errors'], status: number): Sent {
  context.refused = true
  return { requestId: null, errors, status }
}
