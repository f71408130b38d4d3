/** Keeps the best few of many scored people without sorting them all: higher scores (above 0) first, then lower numbers. */
export class Best {
  private keys: number[] = []

  constructor(private limit: number) {}

  offer(person: number, score: number) {
    const key = score * PEOPLE - person
    const { keys, limit } = this
    if (keys.length === limit && (limit === 0 || key < keys[limit - 1]!)) return
    let at = keys.length === limit ? limit - 1 : keys.length
    for (; at > 0 && keys[at - 1]! < key; at--) keys[at] = keys[at - 1]!
    keys[at] = key
  }

  list() {
    return this.keys.map((key) => {
      const score = Math.ceil(key / PEOPLE)
      return { score, person: score * PEOPLE - key }
    })
  }
}

/** More than there can be people, so that score and number fit one exact number. */
const PEOPLE = 2 ** 30
