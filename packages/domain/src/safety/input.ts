import { z } from 'zod'

/** Whom to keep out, or let back in. */
export const Block = z.strictObject({ personId: z.uuid({ error: 'Choose a person.' }) })
export type Block = z.infer<typeof Block>
