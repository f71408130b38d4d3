import type { Act } from './act.ts'
import { answerConnection } from './acts/connection.ts'

/** Everything that a button in a letter can do; nothing else can be done without signing in. */
const ACTS = new Map<string, Act>([['connection.answer', answerConnection]])

/** The act of a name; null when we do not offer it any more. */
export const actNamed = (name: string): Act | null => ACTS.get(name) ?? null
