import fc from 'fast-check'
import type { Pause, Role } from './as-of-oracle.ts'
import { type World, world } from './world.ts'

const ROLES = { trainee: 'Trainee', teacher: 'Teacher', mentor: 'Mentor' } as const
const roleName = fc.constantFrom(...(Object.keys(ROLES) as (keyof typeof ROLES)[]))

const FIRST = { person: 0, school: 0, from: 0 }
const isOfFirst = ({ person, school }: { person: number; school: number }) => person === 0 && school === 0

/**
 * In some worlds the first person looks after the first school, or has left it, and the second has left it too: mere
 * chance is too rare for these.
 */
function placed([w, how]: [World, 'by chance' | 'leads' | 'left']): World {
  if (how === 'by chance') return w
  const to = how === 'leads' ? null : 4
  const rest = { told: false, voided: false, audience: null }
  const leaver = { ...FIRST, person: 1, from: 1, to: 3, ...rest }
  return {
    ...w,
    people: w.people.map((one, n) => (n === 0 ? { active: true, audiences: {} } : one)),
    schools: w.schools.map((one, n) => (n === 0 ? { kind: 'school' } : one)),
    stints: [
      ...w.stints.filter(({ school, person }) => school !== 0 || person > 1),
      { ...FIRST, to, ...rest },
      leaver,
    ],
    schoolLeads: [
      ...w.schoolLeads.filter((row) => !isOfFirst(row)),
      ...(how === 'leads' ? [{ ...FIRST, to }] : []),
    ],
  }
}

const how = fc.constantFrom('by chance' as const, 'leads' as const, 'left' as const)

/** A world, with up to two roles in each stay, and a break of some. */
export const past = fc
  .tuple(world, how)
  .map(placed)
  .chain((w) =>
    fc.record({
      w: fc.constant(w),
      roles: fc
        .tuple(
          ...w.stints.map((s, stint) =>
            fc.tuple(roleName, roleName, fc.nat({ max: 12 })).map(split(s, stint)),
          ),
        )
        .map((all) => all.flat() as Role[]),
      pauses: fc
        .tuple(...w.people.map((_, person) => fc.option(pauseOf(person))))
        .map((all) => all.filter(Boolean) as Pause[]),
      today: fc.nat({ max: 11 }),
    }),
  )

const split =
  ({ from, to }: World['stints'][number], stint: number) =>
  ([first, second, at]: [keyof typeof ROLES, keyof typeof ROLES, number]): Role[] => {
    const isTwo = at > from && (to === null ? at <= 11 : at <= to)
    if (!isTwo) return at === 0 ? [] : [{ stint, name: first, from, to }]
    return [
      { stint, name: first, from, to: at - 1 },
      { stint, name: second, from: at, to },
    ]
  }
const pauseOf = (person: number) =>
  fc
    .tuple(
      fc.nat({ max: 11 }),
      fc.nat({ max: 11 }),
      fc.boolean(),
      fc.constantFrom('only_me', 'ties', 'members'),
    )
    .map(([a, b, open, audience]) => ({
      ...{ person, audience, from: Math.min(a, b), to: open ? null : Math.max(a, b) },
    }))
