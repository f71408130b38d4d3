/** What people may ask of schools: the one place where it is checked. */
import { z } from 'zod'

const Line = (most: number) => z.string().trim().max(most, `Keep it under ${most} characters.`)

/** A name, town, postcode or URN, or the beginning of one. */
export const SearchSchools = z.strictObject({
  q: Line(100),
  limit: z.number().int().min(1).max(50).optional(),
})
export type SearchSchools = z.infer<typeof SearchSchools>

/** Our id of a school, or any URN it has had. */
export const SchoolRef = z.strictObject({ ref: z.string().trim().min(1).max(64) })
export type SchoolRef = z.infer<typeof SchoolRef>

/** A school that is in no register we hold: enough to tell it from others. */
export const ProposeSchool = z.strictObject({
  name: Line(120).min(2, 'Write the name of the school.'),
  town: Line(80).min(2, 'Write the town or city, so that others know which school you mean.'),
  nation: z.enum(
    ['england', 'wales', 'scotland', 'northern_ireland', 'outside_uk'],
    'Choose where the school is.',
  ),
  /** Scotland's number for a school, seven digits. */
  seedCode: z
    .string()
    .trim()
    .regex(/^\d{7}$/, 'A SEED code has seven digits. Leave it empty if you don’t know it.')
    .optional(),
})
export type ProposeSchool = z.infer<typeof ProposeSchool>
