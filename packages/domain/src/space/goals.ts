import {
  and,
  asc,
  desc,
  eq,
  goalSteps,
  goals,
  inArray,
  isNotNull,
  isNull,
  or,
  type Reader,
} from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import type { Pair, Side } from '@wirearchy/domain/mentoring'

/** A goal with its one next small step and whose that is. */
export interface GoalSeen {
  id: string
  text: string
  by: Side
  createdAt: number
  doneAt: number | null
  droppedAt: number | null
  next: { id: string; text: string; whose: Side } | null
  /** The steps behind it, latest first. */
  done: string[]
}

type GoalRow = typeof goals.$inferSelect
type StepRow = typeof goalSteps.$inferSelect
const MOST_PAST = 30

/** The open goals of a pair, oldest first. */
export const openGoals = async (read: Pick<Reader, 'select'>, pair: Pair) => {
  const isOpen = and(isNull(goals.doneAt), isNull(goals.droppedAt))
  const rows = await read
    .select()
    .from(goals)
    .where(and(inArray(goals.mentorshipId, pair.chapterIds), isOpen))
    .orderBy(asc(goals.createdAt), asc(goals.id))
  return withSteps(read, rows)
}

/** What they have reached or let go, latest first. */
export const pastGoals = async (read: Pick<Reader, 'select'>, pair: Pair) => {
  const isPast = or(isNotNull(goals.doneAt), isNotNull(goals.droppedAt))
  const rows = await read
    .select()
    .from(goals)
    .where(and(inArray(goals.mentorshipId, pair.chapterIds), isPast))
    .orderBy(desc(goals.createdAt), desc(goals.id))
    .limit(MOST_PAST)
  return withSteps(read, rows)
}

async function withSteps(read: Pick<Reader, 'select'>, rows: GoalRow[]): Promise<GoalSeen[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const steps = await read
    .select()
    .from(goalSteps)
    .where(inArray(goalSteps.goalId, ids))
    .orderBy(desc(goalSteps.createdAt), desc(goalSteps.id))
  return rows.map((goal) =>
    seen(
      goal,
      steps.filter(({ goalId }) => goalId === goal.id),
    ),
  )
}

function seen({ id, text, by, createdAt, doneAt, droppedAt }: GoalRow, steps: StepRow[]): GoalSeen {
  const open = steps.find((step) => step.doneAt === null && step.droppedAt === null)
  const next = open ? { id: open.id, text: open.text, whose: open.whose } : null
  const done = steps.flatMap((step) => (step.doneAt === null ? [] : step.text))
  return { id, text, by, createdAt, doneAt, droppedAt, next, done }
}

/**
 * A goal of the pair that is still open.
 * @throws Problem not_found for a goal of others · conflict once it is done or let go
 */
export async function openGoal(read: Pick<Reader, 'select'>, pair: Pair, goalId: string): Promise<GoalRow> {
  const [goal] = await read.select().from(goals).where(eq(goals.id, goalId))
  if (!goal || !pair.chapterIds.includes(goal.mentorshipId)) throw Problem.notFound()
  if (goal.doneAt !== null || goal.droppedAt !== null)
    throw new Problem('conflict', 'This goal is done or let go by now. Add a new one if you like.')
  return goal
}

/** The one step of a goal that is still to do. */
export async function nextStep(read: Pick<Reader, 'select'>, goalId: string): Promise<StepRow | null> {
  const isOpen = and(isNull(goalSteps.doneAt), isNull(goalSteps.droppedAt))
  const [step] = await read
    .select()
    .from(goalSteps)
    .where(and(eq(goalSteps.goalId, goalId), isOpen))
  return step ?? null
}
