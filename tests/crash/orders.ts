/** What a writing process is told. */
export interface Orders {
  url: string
  /** Whom it renames, in turn. */
  people: string[]
  /** How many acts it has in hand at a time. */
  atOnce: number
  /** How many acts it does before it ends by itself. */
  most: number
  /** How many acts it begins a second; as many as it can when not said. */
  perSecond?: number
  /** Keeps the names of one process apart from another's. */
  run: number
  /** A house that believes it syncs every commit, and leaves that to the next checkpoint. */
  forgetful?: boolean
}

const LETTERS = 'abcdefghij'
/** A number as a word, for names take no digits. */
export const word = (n: number) => String(n).replace(/\d/g, (digit) => LETTERS[Number(digit)] as string)

/** What a writing process said: each name that was acknowledged, and after how many milliseconds. */
export const acknowledgedIn = (said: string) =>
  said
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [name, ms] = line.split('\t')
      return { name: name as string, ms: Number(ms) }
    })
