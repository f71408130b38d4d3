import { expect } from 'vitest'
import type { Hidden } from './hidden.ts'
import { PROCEDURES } from './procedures.ts'
import { TABLE } from './table.ts'
import { ask } from './tess/asker.ts'
import { RELATIONS, type Relation } from './tess/relations.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

const READS = PROCEDURES.filter(({ type, path }) => type === 'query' && TABLE[path]?.door !== 'demo')

/** Every answer that everybody gets to every question, byte for byte. */
async function pagesOf(w: TessWorld): Promise<Map<Relation, Map<string, string>>> {
  const pages = new Map<Relation, Map<string, string>>()
  for (const relation of RELATIONS) {
    const read = new Map<string, string>()
    for (const { path } of READS) {
      const input = TABLE[path]?.input?.({ ...w, personId: w.people.self }, w, relation)
      read.set(path, (await ask(w, relation, path, input)).bytes)
    }
    pages.set(relation, read)
  }
  return pages
}

/** Lets each thing become so in turn, and compares every page of everybody from whom it is hidden with what it was before. */
export async function holdTwins(hidden: Hidden[]) {
  const w = await tessWorld('live')
  const told: string[] = []
  const asked = { ...w.hers }
  let before = await pagesOf(w)
  for (const { what, noticedBy, becomesSo } of hidden) {
    await becomesSo(w)
    const kept = { ...w.hers }
    w.hers = { ...asked }
    const after = await pagesOf(w)
    w.hers = kept
    for (const relation of RELATIONS.filter((one) => !noticedBy.includes(one)))
      for (const [path, bytes] of after.get(relation) ?? [])
        if (bytes !== before.get(relation)?.get(path)) told.push(`${path} tells ${relation}: ${what}`)
    before = after
  }
  await w.store.close()
  console.log(`${hidden.length * RELATIONS.length * READS.length} pages compared with their twins`)
  expect(told.join('\n')).toBe('')
}
