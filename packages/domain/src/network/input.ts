import { z } from 'zod'

const Id = z.string().min(1).max(64)
/** A past day to show things as of, or today; only within what the viewer may see now. */
const asOf = z.iso.date({ error: 'Enter a day, such as 1 3 2025.' }).optional()
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
  asOf,
})
export type PeopleQuery = z.infer<typeof PeopleQuery>

export const PersonRef = z.strictObject({ id: Id, asOf })
export type PersonRef = z.infer<typeof PersonRef>

/** A school by our own id. */
export const NearQuery = z.strictObject({ schoolId: Id, asOf })
export type NearQuery = z.infer<typeof NearQuery>
