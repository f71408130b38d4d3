import { z } from 'zod'

const Id = z.string().min(1).max(64)

/** An address of what may be the viewer's other record. */
export const StartSamePerson = z.strictObject({
  email: z
    .string('Enter an e-mail address of the other record.')
    .trim()
    .max(254, 'That is too long for an e-mail address. Check it for slips.')
    .pipe(z.email('Enter an e-mail address in the form name@example.com.')),
})
export type StartSamePerson = z.infer<typeof StartSamePerson>

/** The code that went to it. */
export const ProveSamePerson = z.strictObject({
  email: StartSamePerson.shape.email,
  code: z
    .string('Enter the six digits from the mail.')
    .max(20, 'A code has six digits. Check the mail again.')
    .transform((code) => code.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'A code has six digits. Check the mail again.')),
})
export type ProveSamePerson = z.infer<typeof ProveSamePerson>

/** One joining of two records: asked, done or undone. */
export const MergeRef = z.strictObject({ mergeId: Id })
export type MergeRef = z.infer<typeof MergeRef>

/** Whether somebody and another member of their group are one person. */
export const AnswerSamePerson = z.strictObject({
  mergeId: Id,
  answer: z.enum(['yes', 'no'], { error: 'Choose yes or no.' }),
})
export type AnswerSamePerson = z.infer<typeof AnswerSamePerson>

/** Two members of a training group who may be one person. */
export const AskTwo = z.strictObject({
  slug: z.string().max(120),
  personId: z.uuid({ error: 'Choose a person.' }),
  otherId: z.uuid({ error: 'Choose who it may be, too.' }),
})
export type AskTwo = z.infer<typeof AskTwo>
