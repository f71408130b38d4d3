/** What happened to a school, as a heading and as a column say it. */
const KINDS: Record<string, string> = {
  replaced: 'New number',
  merged: 'Became part of another',
  split: 'Several follow it',
  closed: 'Closed',
  reopened: 'Opened again',
  renamed: 'New name',
}

export const kindOf = (kind: string) => KINDS[kind] ?? kind

export const STATES = {
  proposed: ['info', 'To come'],
  applied: ['ok', 'Applied'],
  needs_review: ['warn', 'Waits'],
  rejected: ['info', 'Turned down'],
  undone: ['info', 'Taken back'],
} as const

export const OUTCOMES = {
  listed: 'It is a school of the list',
  own: 'It is a school of its own',
  not_a_school: 'It is not a school',
} as const

/** A number from five on; below that nobody learns it. */
export const peopleIn = (people: number | null) => (people === null ? 'Fewer than 5' : String(people))

type Side = { name: string; town: string | null; urn: string | null; status: string }

/** What tells a school from its namesakes: "Leeds, URN 107123, closed". */
export const whereOf = ({ town, urn, status }: Side) =>
  [town, urn && `URN ${urn}`, status === 'closed' ? 'closed' : null].filter(Boolean).join(', ')

const NATIONS: Record<string, string> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
  outside_uk: 'outside the UK',
}

/** Where a school told of by name is: "Castlebay, Scotland, SEED code 6231034". */
export const toldWhere = (school: { town: string | null; nation: string | null; seedCode: string | null }) =>
  [school.town, NATIONS[school.nation ?? ''], school.seedCode && `SEED code ${school.seedCode}`]
    .filter(Boolean)
    .join(', ')
