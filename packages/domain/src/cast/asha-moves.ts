import { sql } from '@wirearchy/db'
import { addDays } from '@wirearchy/domain'
import { editProfile } from '@wirearchy/domain/person'
import { grantSchoolLead, importStint, move, startMentorship } from '@wirearchy/domain/stint'
import type { PartKey } from './cast.ts'
import { academicYear } from './courses.ts'
import { idOf, type Making, who } from './making.ts'

const CARDIFF = 0
const HOME = 8
const NEW_SCHOOL = 9

/** Asha's first school, where Tom mentored her and Dan worked; Priya looks after the school she joins; Siân teaches in Cardiff. */
export async function schoolsOfTheCast(making: Making) {
  const { ctx, schools } = making
  const year = academicYear(ctx.today)
  const stay = (
    key: PartKey,
    school: number,
    startedOn: string,
    role: 'teacher' | 'mentor' | 'induction_lead' | 'new_teacher',
    finishedOn: string | null = null,
  ) =>
    ctx.store.tx((tx) =>
      importStint(
        tx,
        { ...making.on(startedOn), actor: 'import' },
        {
          ...{
            personId: idOf(making, key),
            schoolId: schools[school] as string,
            kind: 'employed',
            role,
            startedOn,
            finishedOn,
          },
        },
      ),
    )
  await stay('tom', HOME, `${year - 6}-09-01`, 'mentor')
  await stay('priya', NEW_SCHOOL, `${year - 8}-09-01`, 'induction_lead')
  await stay('margaret', 12, `${year - 9}-09-01`, 'teacher')
  for (const [n, school] of [14, 20, 26, 32].entries())
    await stay('sam', school, `${year - 4 + n}-09-01`, 'teacher', n < 3 ? `${year - 3 + n}-08-31` : null)
  await stay(
    'dan',
    HOME,
    `${year - 1}-09-01`,
    'new_teacher',
    `${year}-03-31` < ctx.today ? `${year}-03-31` : null,
  )
  await stay('asha', HOME, `${year - 1}-09-01`, 'new_teacher')
  await stay('sian', CARDIFF, `${year - 1}-09-01`, 'new_teacher')
  await grantSchoolLead(
    { ...making.on(`${year - 1}-09-01`), actor: 'operator' },
    { personId: idOf(making, 'priya'), schoolId: schools[NEW_SCHOOL] as string },
  )
  await grantSchoolLead(
    { ...making.on(`${year - 1}-09-01`), actor: 'operator' },
    { personId: idOf(making, 'tom'), schoolId: schools[HOME] as string },
  )
}

/** Mentored for a year; then, a few hours ago as she tells it, she moves to a new school as of the day before. */
export async function ashaMoves(making: Making) {
  const { ctx, schools } = making
  const began = `${academicYear(ctx.today) - 1}-09-08`
  const [asha, tom] = [who(making, 'asha'), who(making, 'tom')]
  const stints = await ctx.store.read.rows<{ id: string; personId: string }>(
    sql`select id, person_id as "personId" from stints where school_id = ${schools[HOME]} and voided_at is null and finished_on is null`,
  )
  const stintOf = (person: number) =>
    stints.find(({ personId }) => personId === making.people[person])?.id ?? ''
  await startMentorship(making.as(tom, began), {
    mentorStintId: stintOf(tom),
    menteeStintId: stintOf(asha),
    startsOn: began,
  })
  await editProfile(making.as(asha, ctx.today), {
    ...{
      pronouns: 'she/her',
      stage: 'second_year',
      phase: 'secondary',
      nation: 'england',
      region: null,
      trainedWith: null,
    },
    ...{
      subjects: ['Physics'],
      languages: ['Bengali', 'English'],
      askMeAbout: 'Practicals on a tiny budget',
      helpWith: 'Marking without losing Sundays',
    },
  })
  await move(
    { ...making.as(asha, ctx.today), now: ctx.now },
    {
      ...{
        destination: 'school',
        schoolId: schools[NEW_SCHOOL] as string,
        startOn: addDays(ctx.today, -1),
        leaveOn: addDays(ctx.today, -3),
      },
      ...{
        kind: 'employed',
        role: 'new_teacher',
        pattern: 'full_time',
        besides: false,
        leaving: [stintOf(asha)],
      },
      telling: { ties: 'now', groups: 'now', old_school: 'now', new_school: 'now' },
    },
  )
}
