/** What may be asked of the board of a programme's, or a school's, pairs. */
import { z } from 'zod'

const id = z.uuid({ error: 'Choose one from the list.' })

export const BoardRef = z.strictObject({ id })
export type BoardRef = z.infer<typeof BoardRef>

export const BoardPage = z.strictObject({ id, page: z.coerce.number().int().min(1).max(1_000).default(1) })
export type BoardPage = z.infer<typeof BoardPage>

/** One pair, or nobody by name: then all that wait or have gone quiet. */
export const NudgePairs = z.strictObject({ id, mentorshipId: id.optional() })
export type NudgePairs = z.infer<typeof NudgePairs>

export const BoardFile = z.strictObject({
  id,
  of: z.enum(['pairs', 'figures'], { error: 'Choose pairs or figures.' }).default('pairs'),
})
export type BoardFile = z.infer<typeof BoardFile>
