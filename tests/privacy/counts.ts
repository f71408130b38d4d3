import { ask } from './tess/asker.ts'
import { MEMBERS, type Relation } from './tess/relations.ts'
import type { TessWorld } from './tess/world.ts'

interface People {
  total: number
  sections: { total: number; people: { id: string }[] }[]
  drawn: { id: string }[]
  folded: { count: number }[]
}
interface Group {
  total: number
  people: unknown[]
}

const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0)

/** Where a number and the people it counts do not agree, in words; none when all do. */
export async function miscounts(w: TessWorld): Promise<string[]> {
  const wrong: string[] = []
  for (const relation of MEMBERS) {
    const said = { ...(await ofPeople(w, relation)), ...(await ofGroup(w, relation)) }
    for (const [what, [counted, named]] of Object.entries(said))
      if (counted !== named)
        wrong.push(`${what} of ${relation} in ${w.state}: ${counted} counted, ${named} named`)
  }
  return wrong
}

async function ofPeople(w: TessWorld, relation: Relation): Promise<Record<string, [number, number]>> {
  const { total, sections, drawn, folded } = await read<People>(w, relation, 'network.people', {})
  const named = new Set(sections.flatMap(({ people }) => people.map(({ id }) => id)))
  return {
    people: [total, named.size],
    sections: [total, sum(sections.map((section) => section.total))],
    picture: [total, drawn.filter(({ id }) => named.has(id)).length + sum(folded.map(({ count }) => count))],
  }
}

/** The group has few members, so that its page and its first list name them all. */
async function ofGroup(w: TessWorld, relation: Relation): Promise<Record<string, [number, number]>> {
  const { slug } = w.group
  if ((await ask(w, relation, 'group.page', { slug })).outcome !== 'ok') return {}
  const [page, list] = [
    await read<Group>(w, relation, 'group.page', { slug }),
    await read<Group>(w, relation, 'group.members', { slug }),
  ]
  return {
    members: [list.total, list.people.length],
    page: [page.total, page.people.length],
    both: [page.total, list.total],
  }
}

const read = async <Answer>(w: TessWorld, relation: Relation, path: string, input: unknown) =>
  JSON.parse((await ask(w, relation, path, input)).bytes) as Answer
