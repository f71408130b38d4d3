/** What a course may be for, as the form offers it. */
export const PHASES = [
  { value: 'early_years', label: 'Early years' },
  { value: 'primary', label: 'Primary' },
  { value: 'secondary', label: 'Secondary' },
  { value: 'post_16', label: 'Post-16' },
  { value: 'special', label: 'Special' },
  { value: 'all_through', label: 'All-through' },
]

export const NATIONS = [
  { value: 'england', label: 'England' },
  { value: 'wales', label: 'Wales' },
  { value: 'scotland', label: 'Scotland' },
  { value: 'northern_ireland', label: 'Northern Ireland' },
]
