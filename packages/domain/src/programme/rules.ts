import type { Rules, Weights } from './match/pool.ts'

/** What holds in a programme until its lead says otherwise. Whom people keep apart from, and blocks, always hold. */
export const USUAL_RULES = {
  sameSubject: true,
  otherDepartment: true,
  notAssessor: true,
  travel: 1,
  most: 50,
}
export const USUAL_WEIGHTS: Weights = { subject: 4, phase: 2, town: 3, known: 1, wished: 5 }

export type ProgrammeRules = Rules & { otherDepartment: boolean; notAssessor: boolean }

/** A programme's rules out of its row; what the row does not say is as usual. */
export function rulesOf(kept: Record<string, boolean | number>): ProgrammeRules {
  const { travel, most, ...switches } = { ...USUAL_RULES, ...kept }
  const { sameSubject, otherDepartment, notAssessor } = switches
  const far = travel === 0 || travel === 2 ? travel : 1
  return { sameSubject, otherDepartment, notAssessor, travel: far, most: Number(most) }
}

/** A programme's weights out of its row; what the row does not say is as usual. */
export const weightsOf = (kept: Record<string, number>): Weights => ({ ...USUAL_WEIGHTS, ...kept })
