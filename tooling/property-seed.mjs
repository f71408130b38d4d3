// Every property test starts from one fixed seed, so that a run repeats: SEED=7 takes another, SEED=random any.
// A setup file of the test runners; SEED is a number from here on.
import { configureGlobal } from 'fast-check'

const USUAL = 20_260_701
const asked = process.env.SEED ?? USUAL
const seed = asked === 'random' ? Date.now() % 2 ** 31 : Number(asked)
if (!Number.isInteger(seed)) throw new Error(`SEED is "${asked}". Set it to a whole number, or to random.`)
process.env.SEED = String(seed)
configureGlobal({ seed })
if (seed !== USUAL) console.log(`seed ${seed}: run again with SEED=${seed}`)
