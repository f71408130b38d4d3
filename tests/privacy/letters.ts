import { jobs } from '@wirearchy/db'
import { type ClaimedJob, sendMail } from '@wirearchy/domain/job'
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

/** Sends every letter that may still go, and gives what its reader then holds. */
export async function send(w: TessWorld): Promise<Carried[]> {
  const carried: Carried[] = []
  const due = (await w.store.read.select().from(jobs)).filter(({ kind }) => kind === 'mail')
  for (const job of due)
    await sendMail(house(w), job as unknown as ClaimedJob, async ({ to, subject, text }) => {
      carried.push({ to: whose(w, to), text: `${subject}\n${text}` })
    })
  return carried
}

function whose({ tokens }: TessWorld, address: string): Relation {
  if (address === tokens.personalEmail[0]) return 'self'
  const reader = MEMBERS.find((one) => address === `${one.toLowerCase()}@home.example`)
  return reader ?? 'visitor'
}
