import { z } from 'zod'

const slug = z.string({ error: 'Choose a training group.' }).min(1).max(120)
const id = z.string({ error: 'Choose one from the list.' }).min(1).max(64)
const LARGEST = 'The file is larger than 1 MB. Split it into smaller files and upload them one by one.'

/** A list of people as a file (its bytes in base64) or as text pasted in. */
export const CheckImport = z
  .strictObject({
    slug,
    fileName: z.string().max(200).optional(),
    file: z.base64('Choose a CSV file.').max(1_400_000, LARGEST).optional(),
    text: z.string().max(1_000_000, LARGEST).optional(),
  })
  .refine(({ file, text }) => file || text?.trim(), {
    path: ['file'],
    error: 'Choose a CSV file, or paste the list.',
  })
export type CheckImport = z.infer<typeof CheckImport>

export const ImportRef = z.strictObject({ slug, importId: id })
export type ImportRef = z.infer<typeof ImportRef>

export const ImportPage = z.strictObject({
  slug,
  importId: id,
  page: z.coerce.number().int().min(1).max(1_000).optional(),
})
export type ImportPage = z.infer<typeof ImportPage>

export const SeatRef = z.strictObject({ slug, seatId: id })
export type SeatRef = z.infer<typeof SeatRef>

export const GroupSeats = z.strictObject({ slug })
export type GroupSeats = z.infer<typeof GroupSeats>

/** Seats to send an invitation for; every one still waiting with an address when none is named. */
export const InviteSeats = z.strictObject({
  slug,
  seatIds: z.array(id).max(2_000).optional(),
})
export type InviteSeats = z.infer<typeof InviteSeats>

/** A seat offered to me, or the number and the name that one is kept under. */
export const ClaimSeat = z.union([
  z.strictObject({ seatId: id }),
  z.strictObject({
    number: z
      .string({ error: 'Enter your TRN or trainee ID.' })
      .trim()
      .min(1, 'Enter your TRN or trainee ID.')
      .max(60, 'That is too long for a TRN or trainee ID. Check it.'),
    name: z
      .string({ error: 'Enter the name your course knows you by.' })
      .trim()
      .min(1, 'Enter the name your course knows you by.')
      .max(100, 'Keep the name to 100 characters or fewer.'),
  }),
])
export type ClaimSeat = z.infer<typeof ClaimSeat>
