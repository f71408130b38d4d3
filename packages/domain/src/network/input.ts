import { z } from 'zod'

const Id = z.string().min(1).max(64)
const Page = z.coerce.number().int().min(1).max(10_000)

/** Which of my people to show: all, or one way of knowing them (`group:<id>`, `school:<id>`, `mentoring`, `connection`). */
export const PeopleQuery = z.strictObject({
  how: z
    .string()
    .max(80)
    .regex(/^(mentoring|connection|(group|school):[0-9a-zA-Z-]+)$/)
    .optional(),
  q: z.string().max(100).optional(),
  page: Page.optional(),
  hidden: z.boolean().optional(),
  asOf: z.iso.date().optional(),
})
export type PeopleQuery = z.infer<typeof PeopleQuery>

export const PersonRef = z.strictObject({ id: Id })
export type PersonRef = z.infer<typeof PersonRef>

/** A school by our own id. */
export const NearQuery = z.strictObject({ schoolId: Id })
export type NearQuery = z.infer<typeof NearQuery>
