import { directionOf } from './words.ts'

/** A link as the register tells it, by the two references. */
export interface TypedLink {
  fromRef: string
  toRef: string
  linkType: string
}

/**
 * Schools that follow one another in a circle, as links tell it: the references of each circle sorted,
 * the circles in order of their first. Every successor and predecessor row counts, whichever way round it
 * was told. Ends on any graph: one walk over the links (Tarjan's strong components, without recursion).
 */
export function successorCycles(links: Iterable<TypedLink>): string[][] {
  const next = followers(links)
  const walk = strongComponents(next)
  return walk
    .filter((refs) => refs.length > 1 || next.get(refs[0] as string)?.has(refs[0] as string))
    .map((refs) => refs.sort())
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

function followers(links: Iterable<TypedLink>): Map<string, Set<string>> {
  const next = new Map<string, Set<string>>()
  for (const { fromRef, toRef, linkType } of links) {
    const direction = directionOf(linkType)
    if (!direction) continue
    const [old, young] = direction === 'next' ? [fromRef, toRef] : [toRef, fromRef]
    const known = next.get(old)
    if (known) known.add(young)
    else next.set(old, new Set([young]))
  }
  return next
}

interface Visit {
  ref: string
  rest: Iterator<string>
}

function strongComponents(next: Map<string, Set<string>>): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const found: string[][] = []
  const enter = (ref: string): Visit => {
    order.set(ref, order.size)
    low.set(ref, order.size - 1)
    open.push(ref)
    isOpen.add(ref)
    return { ref, rest: (next.get(ref) ?? new Set<string>()).values() }
  }
  const lower = (ref: string, to: number) => low.set(ref, Math.min(low.get(ref) as number, to))
  const close = (ref: string) => {
    if (low.get(ref) !== order.get(ref)) return
    const circle = open.splice(open.lastIndexOf(ref))
    for (const each of circle) isOpen.delete(each)
    found.push(circle)
  }
  for (const start of next.keys()) {
    const path = order.has(start) ? [] : [enter(start)]
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const { value: to, done } = at.rest.next()
      if (!done && !order.has(to)) path.push(enter(to))
      else if (!done && isOpen.has(to)) lower(at.ref, order.get(to) as number)
      if (!done) continue
      path.pop()
      const above = path.at(-1)
      if (above) lower(above.ref, low.get(at.ref) as number)
      close(at.ref)
    }
  }
  return found
}
