/** The words of roles, kinds and patterns in forms about time at a school. */
export const ROLES = [
  { value: 'trainee', label: 'Trainee' },
  { value: 'new_teacher', label: 'New teacher (ECT, NQT or probationer)' },
  { value: 'teacher', label: 'Teacher' },
  { value: 'mentor', label: 'Mentor' },
  { value: 'induction_lead', label: 'Induction tutor or lead' },
  { value: 'leader', label: 'Leader' },
  { value: 'support', label: 'Support staff' },
]

const NEW_TEACHER: Record<string, string> = {
  england: 'Early career teacher (ECT)',
  northern_ireland: 'Early career teacher (ECT)',
  wales: 'Newly qualified teacher (NQT)',
  scotland: 'Probationer teacher',
}

/** The roles in the words of a school's nation; all of them where the nation is not known. */
export const rolesIn = (nation: string | null) =>
  ROLES.map((role) =>
    role.value === 'new_teacher' ? { ...role, label: NEW_TEACHER[nation ?? ''] ?? role.label } : role,
  )

export const PATTERNS = [
  { value: 'full_time', label: 'Full time' },
  { value: 'part_time', label: 'Part time' },
  { value: 'supply', label: 'Supply' },
]

export const KINDS = [
  { value: 'employed', label: 'Employed there' },
  { value: 'placement', label: 'A training placement' },
  { value: 'supply', label: 'Supply' },
  { value: 'volunteer', label: 'Volunteering' },
]

export const NATIONS = [
  { value: 'england', label: 'England' },
  { value: 'wales', label: 'Wales' },
  { value: 'scotland', label: 'Scotland' },
  { value: 'northern_ireland', label: 'Northern Ireland' },
  { value: 'outside_uk', label: 'Outside the UK' },
]

export const WHENS = [
  { value: 'now', label: 'Now' },
  { value: 'on_start', label: 'On the day it happens' },
  { value: 'never', label: 'Never' },
]

export const DESTINATIONS = [
  { value: 'school', label: 'To another school' },
  { value: 'undecided', label: 'I don’t know yet' },
  { value: 'abroad', label: 'Abroad' },
  { value: 'break', label: 'Taking a break' },
  { value: 'leaving_teaching', label: 'Leaving teaching' },
]

/** What one of these values is called; empty for none. */
export const labelOf = (
  choices: readonly { value: string; label: string }[],
  value: string | null | undefined,
) => choices.find((choice) => choice.value === value)?.label ?? ''
