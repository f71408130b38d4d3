import type { Nation, Phase, Region, Role, Stage } from './choices.ts'

/** A new teacher has a name of their own in each nation; "new teacher" where we do not know (domain.md 7.5). */
const NEW_TEACHER: Record<Nation, string> = {
  england: 'ECT',
  northern_ireland: 'ECT',
  wales: 'NQT',
  scotland: 'probationer',
}
const SECOND_YEAR: Partial<Record<Nation, string>> = {
  england: 'ECT, second year',
  northern_ireland: 'ECT, second year',
}
const INDUCTION_LEAD: Record<Nation, string> = {
  england: 'induction tutor',
  wales: 'induction mentor lead',
  scotland: 'probation manager',
  northern_ireland: 'teacher tutor',
}

const asNation = (nation: string | null | undefined) => (nation ?? '') as Nation
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)

/** What a new teacher is called where they teach: ECT, NQT, probationer, or new teacher. */
export const newTeacherWord = (nation?: string | null) => NEW_TEACHER[asNation(nation)] ?? 'new teacher'

/** A stage as its nation says it: "ECT, first year", "NQT", "Probationer". */
export function stageWord(stage: Stage, nation?: string | null): string {
  if (stage === 'first_year') {
    const word = capital(newTeacherWord(nation))
    return word === 'ECT' || word === 'New teacher' ? `${word}, first year` : word
  }
  if (stage === 'second_year') return SECOND_YEAR[asNation(nation)] ?? 'Teacher, second year'
  return STAGE_WORDS[stage]
}

const STAGE_WORDS: Record<Exclude<Stage, 'first_year' | 'second_year'>, string> = {
  trainee: 'Trainee teacher',
  established: 'Established teacher',
  mentor: 'Mentor',
  leader: 'School leader',
  on_break: 'On a break',
  returner: 'Returning to teaching',
  left_teaching: 'Left teaching',
}

/** A role during a stay, by the nation of its school: "induction tutor", "NQT". */
export function roleWord(role: Role, nation?: string | null): string {
  if (role === 'new_teacher') return newTeacherWord(nation)
  if (role === 'induction_lead') return INDUCTION_LEAD[asNation(nation)] ?? 'induction lead'
  if (role === 'mentor') return asNation(nation) === 'wales' ? 'induction mentor' : 'mentor'
  return { trainee: 'trainee', teacher: 'teacher', leader: 'school leader', support: 'support staff' }[role]
}

export const PHASE_WORDS: Record<Phase, string> = {
  early_years: 'Early years',
  primary: 'Primary',
  secondary: 'Secondary',
  post_16: 'Sixth form or college',
  special: 'Special school',
  all_through: 'All-through',
}

export const REGION_WORDS: Record<Region, string> = {
  north_east: 'North East',
  north_west: 'North West',
  yorkshire: 'Yorkshire and the Humber',
  east_midlands: 'East Midlands',
  west_midlands: 'West Midlands',
  east: 'East of England',
  london: 'London',
  south_east: 'South East',
  south_west: 'South West',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
  outside_uk: 'Outside the UK',
}

export const NATION_WORDS: Record<Nation, string> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
}
