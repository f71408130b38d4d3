import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, establishmentLinks, establishments, gt, isNull, type Reader, sql } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import { successorCycles } from '@wirearchy/domain/school'
import type { Register, RegisterRow } from './classify.ts'
import type { RegisterLink } from './successions.ts'

const A_READ = 2_000

/** The register as the latest files told it, read a few thousand rows at a time so that others are answered in between. */
export async function readRegister(read: Reader, today: Day): Promise<Register> {
  const links = await readLinks(read)
  const rows = links.length > 0 ? await readRows(read) : new Map<string, RegisterRow>()
  return { rows, links, cycles: successorCycles(links), today }
}

async function readRows(read: Reader): Promise<Map<string, RegisterRow>> {
  const found = new Map<string, RegisterRow>()
  for (let after = ''; ; await setImmediate()) {
    const rows = await read
      .select({
        ...{ ref: establishments.ref, name: establishments.name, status: establishments.status },
        ...{ openedOn: establishments.openedOn, closedOn: establishments.closedOn },
      })
      .from(establishments)
      .where(and(eq(establishments.scheme, 'gias'), gt(establishments.ref, after)))
      .orderBy(asc(establishments.ref))
      .limit(A_READ)
    for (const row of rows) found.set(row.ref, row)
    const last = rows.at(-1)
    if (!last || rows.length < A_READ) return found
    after = last.ref
  }
}

async function readLinks(read: Reader): Promise<RegisterLink[]> {
  const found: RegisterLink[] = []
  const key = sql`(${establishmentLinks.fromRef}, ${establishmentLinks.toRef}, ${establishmentLinks.linkType})`
  for (let after: RegisterLink | undefined; ; await setImmediate()) {
    const rows = await read
      .select({
        ...{ fromRef: establishmentLinks.fromRef, toRef: establishmentLinks.toRef },
        ...{ linkType: establishmentLinks.linkType, establishedOn: establishmentLinks.establishedOn },
      })
      .from(establishmentLinks)
      .where(
        and(
          isNull(establishmentLinks.removedAt),
          after && sql`${key} > (${after.fromRef}, ${after.toRef}, ${after.linkType})`,
        ),
      )
      .orderBy(
        asc(establishmentLinks.fromRef),
        asc(establishmentLinks.toRef),
        asc(establishmentLinks.linkType),
      )
      .limit(A_READ)
    found.push(...rows)
    after = rows.at(-1)
    if (rows.length < A_READ) return found
  }
}
