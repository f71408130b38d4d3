import { expect, it } from 'vitest'
import { ask } from './tess/asker.ts'
import { MEMBERS, STATES } from './tess/relations.ts'
import { tessWorld } from './tess/world.ts'

interface People {
  total: number
  hiddenTotal: number
  sections: { total: number; people: { id: string }[] }[]
  drawn: { id: string }[]
  folded: { count: number }[]
}
const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0)

it.each(STATES)('counts exactly those it names, on every list: %s', async (state) => {
  const w = await tessWorld(state)
  for (const relation of MEMBERS) {
    const list = JSON.parse((await ask(w, relation, 'network.people', {})).bytes) as People
    const named = list.sections.flatMap(({ people }) => people.map(({ id }) => id))
    expect(new Set(named).size, relation).toBe(list.total)
    expect(sum(list.sections.map(({ total }) => total)), relation).toBe(list.total)
    expect(list.drawn.length + sum(list.folded.map(({ count }) => count)), relation).toBe(list.total)
    expect(list.drawn.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([])
    const group = await ask(w, relation, 'group.members', { slug: w.group.slug })
    if (group.outcome !== 'ok') continue
    const { total, people } = JSON.parse(group.bytes) as { total: number; people: { name: string }[] }
    expect(total, relation).toBe(people.length)
    const page = JSON.parse((await ask(w, relation, 'group.page', { slug: w.group.slug })).bytes)
    expect([page.total, page.people.length], relation).toEqual([total, total])
  }
  await w.store.close()
})
