/** What a person may choose from about themselves, in the order pages offer it. Values only; words.ts says them. */
export const STAGES = [
  'trainee',
  'first_year',
  'second_year',
  'established',
  'mentor',
  'leader',
  'on_break',
  'returner',
  'left_teaching',
] as const
export const PHASES = ['early_years', 'primary', 'secondary', 'post_16', 'special', 'all_through'] as const
export const NATIONS = ['england', 'wales', 'scotland', 'northern_ireland'] as const
export const REGIONS = [
  'north_east',
  'north_west',
  'yorkshire',
  'east_midlands',
  'west_midlands',
  'east',
  'london',
  'south_east',
  'south_west',
  'wales',
  'scotland',
  'northern_ireland',
  'outside_uk',
] as const
export type Stage = (typeof STAGES)[number]
export type Phase = (typeof PHASES)[number]
export type Nation = (typeof NATIONS)[number]
export type Region = (typeof REGIONS)[number]
export type Role = 'trainee' | 'new_teacher' | 'teacher' | 'mentor' | 'induction_lead' | 'leader' | 'support'
