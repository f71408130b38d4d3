import { z } from 'zod'

const Email = z
  .string('Enter your e-mail address.')
  .trim()
  .max(254, 'That is too long for an e-mail address. Check it for slips.')
  .pipe(z.email('Enter an e-mail address in the form name@example.com.'))

const Id = z.string().max(64)

/** Whether the computer is one that others use too: the session is then short. Forms send "yes" or nothing. */
const Shared = z.union([z.boolean(), z.literal('yes').transform(() => true)]).optional()

/** Six digits, however they were spaced when copied. */
const Code = z
  .string('Enter the six digits from the mail.')
  .max(20, 'A code has six digits. Check the mail again.')
  .transform((code) => code.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'A code has six digits. Check the mail again.'))

export const StartSignIn = z.strictObject({ email: Email })
export type StartSignIn = z.infer<typeof StartSignIn>

export const StartSignUp = z.strictObject({
  email: Email,
  linkId: Id.optional(),
  /** What to call them, when the form asked; otherwise /start does. */
  name: z.string().trim().max(200).optional(),
})
export type StartSignUp = z.infer<typeof StartSignUp>

export const FinishCode = z.strictObject({ email: Email, code: Code, shared: Shared })
export type FinishCode = z.infer<typeof FinishCode>

export const SessionRef = z.strictObject({ sessionId: Id })
export type SessionRef = z.infer<typeof SessionRef>

/** What is asked of a verb that needs nothing: still an object, so that a plain form cannot send it. */
export const Nothing = z.strictObject({})
export type Nothing = z.infer<typeof Nothing>

export const AddAddress = z.strictObject({ email: Email, kind: z.enum(['personal', 'work']).optional() })
export type AddAddress = z.infer<typeof AddAddress>

export const ConfirmAddress = z.strictObject({ email: Email, code: Code })
export type ConfirmAddress = z.infer<typeof ConfirmAddress>

export const AddressRef = z.strictObject({ addressId: Id })
export type AddressRef = z.infer<typeof AddressRef>

const Password = z
  .string('Enter a password.')
  .refine((text) => Buffer.byteLength(text) <= 256, 'Use fewer than 250 characters.')

export const SignInWithPassword = z.strictObject({
  email: Email,
  password: Password.refine((text) => text !== '', 'Enter your password.'),
  shared: Shared,
})
export type SignInWithPassword = z.infer<typeof SignInWithPassword>

export const SetPassword = z.strictObject({ password: Password })
export type SetPassword = z.infer<typeof SetPassword>

const Token = z.string().min(20).max(100)

export const Invite = z.strictObject({
  email: Email,
  /** The training group they are invited to, which the viewer leads; none is an invitation to be known. */
  slug: z.string().max(120).optional(),
  sentence: z
    .string()
    .trim()
    .max(300, 'Keep your sentence to 300 characters or fewer.')
    .transform((text) => text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' '))
    .optional(),
})
export type Invite = z.infer<typeof Invite>

export const InvitationRef = z.strictObject({ token: Token })
export type InvitationRef = z.infer<typeof InvitationRef>

export const AcceptInvitation = z.strictObject({ token: Token, code: Code.optional(), shared: Shared })
export type AcceptInvitation = z.infer<typeof AcceptInvitation>
