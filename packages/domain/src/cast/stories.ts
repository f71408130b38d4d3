import { sql } from '@wirearchy/db'
import { addDays } from '@wirearchy/domain'
import { answer, ask } from '@wirearchy/domain/connection'
import { deferMembership, makeLink, resumeIn } from '@wirearchy/domain/group'
import { readNotices } from '@wirearchy/domain/job'
import { setAudience } from '@wirearchy/domain/person'
import { block } from '@wirearchy/domain/safety'
import { checkImport, confirmImport } from '@wirearchy/domain/seat'
import { move } from '@wirearchy/domain/stint'
import { sight } from '@wirearchy/domain/visibility'
import { ashaMoves, schoolsOfTheCast } from './asha-moves.ts'
import { idOf, type Making, who } from './making.ts'
import { mentoringStories } from './mentoring-stories.ts'

/** What the cast live through, told with the verbs the product uses. */
export async function stories(making: Making) {
  await schoolsOfTheCast(making)
  await ashaMoves(making)
  await sianDefers(making)
  await peopleWhoKnowEachOther(making)
  await seatsAndLinks(making)
  await danIsBlocked(making)
  await peersMove(making)
  await mentoringStories(making)
}

/** Siân deferred half-way and carried on with the next year's group: both sets of peers stay. */
async function sianDefers(making: Making) {
  const { plan, groups } = making
  const first = plan.groups.find(({ key }) => key === 'cardiff-first')
  const next = plan.groups.find(({ key }) => key === 'cardiff')
  if (!first || !next) return
  const lastDay = addDays(first.startedOn, 150)
  const me = making.as(who(making, 'sian'), lastDay)
  await deferMembership(me, { slug: groups.get(first.key)?.slug ?? '', lastDay })
  await resumeIn(making.as(who(making, 'margaret'), next.startedOn), {
    ...{ slug: groups.get(next.key)?.slug ?? '', personId: me.viewer, startedOn: next.startedOn },
  })
}

const ASKED = 'We ran a training day together. Shall we say we know each other?'

/** Sam has trained and worked in many places and asks whom he meets; most say yes, one in four has not answered. */
async function peopleWhoKnowEachOther(making: Making) {
  const { ctx, random } = making
  const sam = who(making, 'sam')
  const before = addDays(ctx.today, -100)
  const met = await ctx.store.read.rows<{ id: string }>(
    sql`select person_id as id from (${sight(making.as(sam, before))}) seen where person_id <> ${making.people[sam]} order by person_id`,
  )
  for (const [n, { id }] of met.slice(0, 90).entries()) {
    const day = addDays(before, n)
    const request = await ask(making.as(sam, day), { personId: id, sentence: ASKED })
    if (random.chance(0.75))
      await answer(making.as(making.people.indexOf(id), addDays(day, 1)), {
        requestId: request.requestId,
        answer: 'yes',
      })
  }
  await setAudience(making.as(sam, ctx.today), { named_as_link: 'members' })
}

/** This year's group has a link, and seats for those who are not here yet. */
async function seatsAndLinks(making: Making) {
  const { ctx, groups } = making
  const slug = groups.get('leeds-physics-now')?.slug ?? ''
  const lead = making.as(who(making, 'margaret'), ctx.today)
  await makeLink(lead, { slug, days: 60, maxUses: 40, subgroup: null })
  const text = [
    'Name,Email',
    'Bronwen Ellis,bronwen.ellis@example.com',
    'Kwame Boateng,kwame.boateng@example.com',
    'Lotte de Vries,lotte.devries@example.com',
  ].join('\n')
  const { importId } = await checkImport(lead, { slug, text, fileName: 'september-starters.csv' })
  await confirmImport(lead, { slug, importId })
}

async function danIsBlocked(making: Making) {
  await block(making.as(who(making, 'asha'), addDays(making.ctx.today, -2)), {
    personId: idOf(making, 'dan'),
  })
}

/** Everybody has read what came before this term; since then two of Asha's peers have moved. */
async function peersMove(making: Making) {
  const { ctx, plan, schools } = making
  for (const { part } of plan.people)
    if (part) await readNotices(making.as(who(making, part), addDays(ctx.today, -30)))
  const peers = plan.groups.find(({ key }) => key === 'leeds-physics')?.members.slice(4, 6) ?? []
  for (const [n, person] of peers.entries()) {
    const [open] = await ctx.store.read.rows<{ id: string }>(
      sql`select id from stints where person_id = ${making.people[person]} and voided_at is null and finished_on is null order by no`,
    )
    const startOn = addDays(ctx.today, -9 * (n + 1))
    await move(making.as(person, addDays(startOn, -10)), {
      ...{ destination: 'school', schoolId: schools[40 + n], startOn, leaving: open ? [open.id] : [] },
      ...{ kind: 'employed', role: 'new_teacher', pattern: 'full_time', besides: false },
      telling: { ties: 'now', groups: 'now', old_school: 'never', new_school: 'never' },
    })
  }
}
