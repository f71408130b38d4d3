import type { Member } from './house.ts'
import { word } from './orders.ts'
import { ask } from './server.ts'

const AT_ONCE = 6

/** What people were told while a disk went wrong under their server. */
export interface Told {
  acknowledged: string[]
  /** Refused in words of ours: nothing was kept, and what to do. */
  refused: string[]
  /** Any other answer. */
  other: string[]
  reads: number
  readsRefused: string[]
}

/** An honest refusal: out of storage or unavailable, in a sentence that is about that and not about a fault of ours. */
const isHonest = ({ status, text }: { status: number; text: string }) =>
  (status === 507 || status === 503) && !/on our side/.test(text)

/** Some people who change their names, several at once, and look at their page in between. */
export function clientsOf(port: number, people: Member[]) {
  let begun = 0
  const told: Told = { acknowledged: [], refused: [], other: [], reads: 0, readsRefused: [] }

  async function rename(): Promise<boolean> {
    const n = begun++
    const name = `Name ${word(n)}`
    const who = people[n % people.length] as Member
    const answer = await ask(port, who.token, 'person.rename', { input: { name, hidePrevious: false } })
    if (typeof answer === 'string') told.other.push(`${name}: ${answer}`)
    else if (answer.status === 200) told.acknowledged.push(name)
    else if (isHonest(answer)) told.refused.push(name)
    else told.other.push(`${name}: ${answer.status} ${answer.text}`)
    return typeof answer === 'object' && answer.status === 200
  }

  return {
    told,
    rename,
    /** Writes until somebody is refused, or `most` acts are done. @returns whether somebody was refused */
    async writeUntilRefused(most: number): Promise<boolean> {
      let left = most
      let isRefused = false
      const write = async () => {
        while (left-- > 0 && !isRefused) isRefused = !(await rename()) || isRefused
      }
      await Promise.all(Array.from({ length: AT_ONCE }, write))
      return isRefused
    },
    /** Looks at so many people's own pages. */
    async read(many: number) {
      for (let n = 0; n < many; n += 1) {
        const answer = await ask(port, (people[n] as Member).token, 'person.mine')
        if (typeof answer === 'object' && answer.status === 200) told.reads += 1
        else told.readsRefused.push(JSON.stringify(answer))
      }
    },
    /** Writes once more and again, for as long as it takes to be heard. @returns how many tries it took */
    async writeAgain(patienceMs = 10_000): Promise<number> {
      const until = Date.now() + patienceMs
      for (let tries = 1; ; tries += 1) {
        if (await rename()) return tries
        if (Date.now() > until)
          throw new Error(`Nothing can be written again: ${told.other.at(-1) ?? 'refused'}`)
      }
    },
    /** Whether the server says that it can write. */
    isReady: async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200,
  }
}
