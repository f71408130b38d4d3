import { groups, schools, schoolWords } from '@wirearchy/db'
import { indexWords } from '@wirearchy/domain'
import { at, dayText, type Load, PHASES } from './load.ts'
import type { Profession } from './profession/index.ts'

const PRIMARY_TOWNS = [
  'Leeds',
  'Hull',
  'York',
  'Derby',
  'Luton',
  'Bath',
  'Exeter',
  'Preston',
  'Truro',
] as const

/** Schools with their words, and training groups. */
export async function loadPlaces(load: Load, { schools: made, groups: trained }: Profession) {
  const name = (n: number) =>
    `${['Ashfield', 'Birch Hill', 'St Hild’s', 'Marlow', 'Moorside'][n % 5]} ${['School', 'Academy', 'High School'][n % 3]} ${n}`
  await load(schools, made.count, (n) => ({
    id: at('school', n),
    no: n + 1,
    name: name(n),
    status: made.open[n] ? 'open' : 'closed',
    phase: PHASES[made.phase[n] ?? 0],
    town: PRIMARY_TOWNS[(made.region[n] ?? 0) % 9],
    nation: 'england',
    createdAt: 0,
  }))
  await load(schoolWords, made.count, (n) =>
    indexWords(name(n)).map((word) => ({ word, schoolId: at('school', n), weight: 0 })),
  )
  await load(groups, trained.count, (n) => ({
    id: at('group', n),
    no: n + 1,
    slug: at('group', n),
    name: `Training group ${n}`,
    academicYear: trained.year[n],
    startedOn: dayText(trained.from[n] as number),
    finishedOn: dayText(trained.to[n] as number),
    createdAt: 0,
  }))
}
