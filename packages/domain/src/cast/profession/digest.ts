import type { Profession } from './make.ts'

/** A short fingerprint of the whole (FNV-1a a column), to be sure that two runs speak of the same people. */
export function digest({ stints, memberships, mentorships, connections }: Profession) {
  const columns = [
    ...[stints.school, stints.from, stints.to],
    memberships.group,
    mentorships.mentor,
    ...[connections.a, connections.b, connections.from],
  ]
  return columns.map(fnv).join('-')
}

function fnv(column: Int32Array) {
  let hash = 0x811c9dc5
  for (const number of column) {
    hash = Math.imul(hash ^ (number & 0xffff), 0x01000193)
    hash = Math.imul(hash ^ (number >>> 16), 0x01000193)
  }
  return (hash >>> 0).toString(16)
}
