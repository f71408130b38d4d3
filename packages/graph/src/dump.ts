import type { Facts } from './facts.ts'
import { type Lists, WIDTH } from './lists.ts'
import type { Table } from './table.ts'

/** Every list of every relation as it stands, each in one order of its own, whatever the order of arrival. */
export function dump(facts: Facts): Uint8Array {
  const tables = [facts.group, facts.school, facts.mentorship, facts.connection].flatMap(dumpTable)
  const flags = Array.from(facts.flags, (flag, person) => [person, flag]).filter(([, flag]) => flag !== 0)
  return new Uint8Array(Int32Array.from([...tables, [-1], ...flags].flat()).buffer)
}

function dumpTable(table: Table): number[][] {
  return [[-1], ...dumpLists(table.left), [-1], ...(table.right === table.left ? [] : dumpLists(table.right))]
}

function dumpLists(lists: Lists): number[][] {
  const all: number[][] = []
  for (let key = 0; key < lists.keys; key++) {
    const records: number[][] = []
    for (let at = lists.first(key); at < lists.last(key); at += WIDTH) {
      records.push(Array.from(lists.data.subarray(at, at + WIDTH)))
    }
    if (records.length > 0) all.push([key, records.length, ...records.sort(inOrder).flat()])
  }
  return all
}

function inOrder(a: number[], b: number[]) {
  const at = a.findIndex((cell, i) => cell !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]!
}
