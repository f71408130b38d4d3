import { jobs, mails } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import type { ClaimedJob } from '@wirearchy/domain/job'
import { bundle, choosePaces, sendMail, setQuietHours } from '@wirearchy/domain/notice'
import { tellMove } from '@wirearchy/domain/stint'
import { MEMBERS, type Relation } from './tess/relations.ts'
import type { TessWorld } from './tess/world.ts'

const house = (w: TessWorld) => ({ ...w.house.ctx(null, w.day), demo: false })

/** Does what is to be done later: the letters of moves are written. */
export async function writeLetters(w: TessWorld) {
  const due = await w.store.read.select().from(jobs)
  for (const { payload, kind } of due) if (kind === 'move.tell') await tellMove(house(w), { payload })
}

export interface Carried {
  to: Relation
  text: string
}

/** How every reader wants their letters in a test: each by itself at once, or all in one a day. */
export type Pace = 'now' | 'daily'

/** Everybody wants every kind of letter at that pace, and is never left in peace. */
async function wantAll(w: TessWorld, pace: Pace) {
  const readers = await w.store.read.selectDistinct({ id: mails.personId }).from(mails)
  for (const { id } of readers)
    if (id !== null) {
      await setQuietHours(w.as(id), { ...NEVER_QUIET, digest: 13 * 60 })
      await choosePaces(w.as(id), Object.fromEntries(POSTS.map((post) => [post, pace])))
    }
}

const POSTS = ['mentoring', 'meetings', 'reminders', 'moves', 'groups', 'people', 'schools'] as const
const NEVER_QUIET = { isOn: false, start: 0, end: 0, weekends: false, holidays: false, digestDay: 1 }
const HOUR = 3_600_000

/** Holds what waits for a bundle, and puts the bundles together, without sending any. */
export async function holdAll(w: TessWorld) {
  await wantAll(w, 'daily')
  await sendAll(w, house(w), () => {})
  for (const { kind, payload } of await w.store.read.select().from(jobs))
    if (kind === 'digest') await bundle(afterLunch(w), { payload })
}

const afterLunch = (w: TessWorld) => ({ ...house(w), now: house(w).now + 5 * HOUR })

/** Sends every letter that may still go, and gives what its reader then holds. */
export async function send(w: TessWorld, pace: Pace = 'now'): Promise<Carried[]> {
  const carried: Carried[] = []
  if (pace === 'daily') await holdAll(w)
  else await wantAll(w, 'now')
  await sendAll(w, afterLunch(w), (letter) => void carried.push(letter))
  return carried
}

async function sendAll(w: TessWorld, ctx: Ctx, carry: (letter: Carried) => void) {
  const due = (await w.store.read.select().from(jobs)).filter(({ kind }) => kind === 'mail')
  for (const job of due)
    await sendMail(ctx, job as unknown as ClaimedJob, async ({ to, subject, text }) =>
      carry({ to: whose(w, to), text: `${subject}\n${text}` }),
    )
}

function whose({ tokens }: TessWorld, address: string): Relation {
  if (address === tokens.personalEmail[0]) return 'self'
  const reader = MEMBERS.find((one) => address === `${one.toLowerCase()}@home.example`)
  return reader ?? 'visitor'
}
