import { setImmediate } from 'node:timers/promises'
import { and, gt, inArray, type Reader, schoolChanges } from '@wirearchy/db'
import { idsOfSchools } from '@wirearchy/domain/school'
import type { ChangeRow } from './changes.ts'

const FROM = /^gias (\S+?)(?:>\S+)?$/

const ofRegister = inArray(schoolChanges.kind, ['replaced', 'merged', 'split'])

const A_READ = 2_000

/**
 * Every change that came of the register, by the reference of the school it happened to, oldest first; read a few
 * thousand at a time, so that others are answered in between.
 */
export async function changesByRef(read: Pick<Reader, 'select'>): Promise<Map<string, ChangeRow[]>> {
  const found = new Map<string, ChangeRow[]>()
  for (let after = ''; ; await setImmediate()) {
    const rows = await read
      .select()
      .from(schoolChanges)
      .where(gt(schoolChanges.id, after))
      .orderBy(schoolChanges.id)
      .limit(A_READ)
    for (const row of rows) {
      const ref = refOf(row)
      if (ref) found.set(ref, [...(found.get(ref) ?? []), row])
    }
    after = rows.at(-1)?.id ?? after
    if (rows.length < A_READ) return found
  }
}

/** The same for one reference, whatever school it has come to. */
export async function changesOfRef(
  read: Pick<Reader, 'select'>,
  ref: string,
  schoolId: string,
): Promise<ChangeRow[]> {
  const rows = await read
    .select()
    .from(schoolChanges)
    .where(and(ofRegister, inArray(schoolChanges.fromSchoolId, await idsOfSchools(read, [schoolId]))))
    .orderBy(schoolChanges.id)
  return rows.filter((row) => refOf(row) === ref)
}

const refOf = ({ cause }: ChangeRow) => FROM.exec(cause)?.[1]
