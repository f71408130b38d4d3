import { inArray, type Reader, schoolChanges } from '@wirearchy/db'

const LONGEST_LINE = 12

/** Steps from schools to the ones that took them over, or the other way; each school at most once. */
async function follow(
  read: Pick<Reader, 'select'>,
  ids: string[],
  from: 'toSchoolId' | 'fromSchoolId',
): Promise<Map<string, string[]>> {
  const to = from === 'toSchoolId' ? schoolChanges.fromSchoolId : schoolChanges.toSchoolId
  const steps = new Map<string, string[]>()
  let next = [...new Set(ids)]
  for (let n = 0; next.length > 0 && n < LONGEST_LINE; n += 1) {
    const { kind, state } = schoolChanges
    // By the school alone: the few rows of each are told apart here, not by an index of all changes that stand.
    const found = await read
      .select({ at: schoolChanges[from], leads: to, kind, state })
      .from(schoolChanges)
      .where(inArray(schoolChanges[from], next))
    const rows = found.filter((row) => row.kind === 'replaced' && row.state === 'applied')
    for (const { at, leads } of rows)
      if (at && leads && at !== leads) steps.set(at, [...(steps.get(at) ?? []), leads])
    next = rows.flatMap(({ leads }) => (leads && !steps.has(leads) ? [leads] : []))
  }
  return steps
}

/**
 * Which school each of these is now. When a school goes on under a new number, the row that an import made for that
 * number stands for it: both ids mean the one school.
 * @returns id → present id; a school that stands for itself leads to itself
 */
export async function presentSchools(
  read: Pick<Reader, 'select'>,
  ids: string[],
): Promise<Map<string, string>> {
  const steps = await follow(read, ids, 'toSchoolId')
  const last = (id: string, seen: string[] = []): string => {
    const [next] = steps.get(id) ?? []
    return next === undefined || seen.includes(next) ? id : last(next, [...seen, id])
  }
  return new Map(ids.map((id) => [id, last(id)]))
}

/** Every id that means one of these schools: themselves, and the rows that stand for them. */
export async function idsOfSchools(read: Pick<Reader, 'select'>, ids: string[]): Promise<string[]> {
  const steps = await follow(read, ids, 'fromSchoolId')
  return [...new Set([...ids, ...[...steps.values()].flat()])]
}
