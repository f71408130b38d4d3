/** The circles of people that a page can be looked at as, from the closest. */
export const VIEWS = [
  { level: 'only_me', label: 'You' },
  { level: 'ties', label: 'People you know' },
  { level: 'groups', label: 'Your training groups' },
  { level: 'schools', label: 'People at your school' },
  { level: 'members', label: 'Anybody who can see your name' },
] as const
