import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from '@wirearchy/db/testing'
import type { Ctx, Day } from '@wirearchy/domain'
import { importLinks, importSchools } from '@wirearchy/domain/school'
import { followRegister } from '@wirearchy/domain/school-change'

export interface Listed {
  urn: number
  name: string
  openedOn: Day
  closedOn: Day | null
}

interface Link {
  from: number
  to: number
  type: string
  on: Day | null
}

const FIRST_URN = 100_001
const COLUMNS = [
  ...['URN', 'EstablishmentName', 'EstablishmentStatus (code)', 'EstablishmentStatus (name)'],
  ...['TypeOfEstablishment (name)', 'PhaseOfEducation (name)', 'OpenDate', 'CloseDate', 'Town', 'Postcode'],
]

let folder: string | undefined
let files = 0

/** An official register of its own: what it lists today, and the two files it publishes. */
export function makeRegister(schools: number) {
  folder ??= scratchFolder()
  files += 1
  const [establishments, relations] = [
    join(folder, `schools-${files}.csv`),
    join(folder, `links-${files}.csv`),
  ]
  const links: Link[] = []
  const listed: Listed[] = Array.from({ length: schools }, (_, n) => ({
    ...{ urn: FIRST_URN + n, name: `Beckside ${wordOf(n)} School`, openedOn: '2001-09-01', closedOn: null },
  }))
  /** A school of its own from a day. */
  const open = (name: string, openedOn: Day): Listed => {
    const fresh = { urn: FIRST_URN + listed.length, name, openedOn, closedOn: null }
    listed.push(fresh)
    return fresh
  }
  /** Both directions of a link, as the register nearly always tells them. */
  const link = (from: Listed, to: Listed, kind: '' | ' - merged' | ' - Split School', on: Day | null) => {
    links.push({ from: from.urn, to: to.urn, type: `Successor${kind}`, on })
    links.push({ from: to.urn, to: from.urn, type: `Predecessor${kind}`, on })
  }
  return {
    listed,
    links,
    open,
    link,
    /** Brings what it lists today into the network, as an operator does each month. @returns what was new or changed */
    async bringIn({ ctx }: { ctx: () => Ctx }) {
      writeFileSync(establishments, csv([COLUMNS, ...listed.map(cells)]))
      const brought = await importSchools(ctx(), { path: establishments })
      if (links.length === 0) return { changed: brought.created + brought.updated, applied: 0 }
      writeFileSync(relations, csv([LINK_COLUMNS, ...links.map(linkCells)]))
      const linked = await importLinks(ctx(), { path: relations })
      const { applied } = await followRegister(ctx(), {})
      const changed = brought.created + brought.updated + linked.created + linked.updated
      return { changed, applied }
    },
  }
}

export type Register = ReturnType<typeof makeRegister>

const LINK_COLUMNS = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate']

const csv = (rows: string[][]) =>
  `${rows.map((row) => row.map((text) => `"${text}"`).join(',')).join('\r\n')}\r\n`

/** Days as the register writes them. */
const written = (day: Day | null) => (day ? day.split('-').reverse().join('-') : '')

const cells = ({ urn, name, openedOn, closedOn }: Listed) => [
  ...[String(urn), name, closedOn ? '2' : '1', closedOn ? 'Closed' : 'Open'],
  ...['Community school', 'Primary', written(openedOn), written(closedOn), 'Leeds', 'LS6 2AB'],
]

const linkCells = ({ from, to, type, on }: Link) => [String(from), String(to), '', type, written(on)]

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** A word of letters for a number, so that no school's name lies in another's. */
const wordOf = (n: number) => `${[n / 676, n / 26, n].map((at) => LETTERS[Math.floor(at) % 26]).join('')}wick`
