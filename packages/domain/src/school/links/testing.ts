/** Invented links in the register's own form, for tests. */
import { registerFile } from '../register/testing.ts'

export type MadeLink = [from: number | string, to: number | string, type: string, date?: string]

export const LINK_HEADER = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate']

/** The text of a file of links, as the register writes it. */
export const linksText = (links: MadeLink[], header = LINK_HEADER) => {
  const rows = links.map(([from, to, type, date = '']) => {
    const cells: Record<string, string> = {
      URN: String(from),
      LinkURN: String(to),
      LinkName: 'Beckside, "Lower" School',
      LinkType: type,
      LinkEstablishedDate: date,
    }
    return header.map((column) => `"${(cells[column] ?? 'more').replaceAll('"', '""')}"`).join(',')
  })
  return [header.map((column) => `"${column}"`).join(','), ...rows].join('\r\n')
}

export const linksFile = (links: MadeLink[], header = LINK_HEADER) => registerFile(linksText(links, header))
