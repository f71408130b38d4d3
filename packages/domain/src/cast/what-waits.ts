import { addDays } from '@wirearchy/domain'
import { grantReviewer } from '@wirearchy/domain/review'
import { schoolByRef } from '@wirearchy/domain/school'
import { followRegister } from '@wirearchy/domain/school-change'
import { addStint, importStint } from '@wirearchy/domain/stint'
import { AddStint } from '@wirearchy/domain/stint/input'
import { academicYear } from './courses.ts'
import { idOf, type Making, who } from './making.ts'

/** A school that split, with somebody still there; two that each follow the other; two told of by name. */
export async function whatWaits(making: Making) {
  const { ctx } = making
  await ruthLooksAfterTheList(making)
  await toldOfByName(making)
  await followRegister({ ...ctx, actor: 'import' })
}

const SPLIT = '199990'

async function ruthLooksAfterTheList(making: Making) {
  const { ctx } = making
  const startedOn = `${academicYear(ctx.today) - 6}-09-01`
  const school = await schoolByRef(ctx, SPLIT)
  const stay = { personId: idOf(making, 'ruth'), schoolId: school.id, startedOn, finishedOn: null }
  await ctx.store.tx((tx) =>
    importStint(
      tx,
      { ...making.on(startedOn), actor: 'import' },
      { ...stay, kind: 'employed', role: 'teacher' },
    ),
  )
  const lately = { ...making.on(addDays(ctx.today, -30)), actor: 'operator' as const }
  await grantReviewer(lately, { personId: idOf(making, 'ruth') })
}

/** One that is in the list under a longer name, and one of another nation; both by people of no group. */
const TOLD = [
  { schoolName: 'Allerton High', schoolTown: 'Leeds', schoolNation: 'england' },
  { schoolName: 'Loch Fada Academy', schoolTown: 'Portree', schoolNation: 'scotland' },
] as const

async function toldOfByName(making: Making) {
  const someone = who(making, 'ruth') - 1
  const startedOn = `${academicYear(making.ctx.today)}-09-01`
  for (const [n, place] of TOLD.entries())
    await addStint(
      making.as(someone, addDays(making.ctx.today, -20 + n)),
      AddStint.parse({ ...place, startedOn, kind: n === 0 ? 'employed' : 'supply' }),
    )
}
