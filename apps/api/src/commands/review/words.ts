import type { ChangeLine, PendingSchool, Side } from '@wirearchy/domain/review'

/** What a terminal calls what happened to a school. */
export const KINDS: Record<ChangeLine['kind'], string> = {
  replaced: 'new number',
  merged: 'merged',
  split: 'split',
  closed: 'closed',
  reopened: 'reopened',
  renamed: 'renamed',
}

export const STATES: Record<ChangeLine['state'], string> = {
  proposed: 'to come',
  applied: 'applied',
  needs_review: 'waits',
  rejected: 'turned down',
  undone: 'undone',
}

const OUTCOMES = {
  listed: 'a listed school',
  own: 'a school of its own',
  not_a_school: 'not a school',
} as const

/** The end of an id is enough to name it. */
export const shortOf = (id: string) => id.slice(-8)

export const sideOf = (side: Side | null) =>
  side ? `${side.name}${side.town ? `, ${side.town}` : ''}${side.urn ? ` (${side.urn})` : ''}` : '?'

/** A number from five on; below that nobody learns it. */
export const peopleOf = (people: number | null) => (people === null ? 'fewer than 5' : String(people))

export const decisionOf = ({ decision }: PendingSchool) =>
  decision ? `${OUTCOMES[decision.outcome]}${decision.to ? `: ${decision.to.name}` : ''}` : 'waits'

/** Rows under their headings, each column as wide as its widest cell; the last one is left as it is. */
export function table(headings: string[], rows: string[][]): string {
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)),
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => (at === cells.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return `${[headings, ...rows].map(line).join('\n')}\n`
}
