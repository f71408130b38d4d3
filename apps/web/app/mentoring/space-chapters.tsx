import type { ChapterSeen } from '@wirearchy/domain/space'
import { longDay } from '../dates.ts'

type Props = { chapters: readonly ChapterSeen[]; name: string; side: 'mentor' | 'mentee' }

/** How long two people have been mentor and mentee, and where: one relation, a line for each chapter. */
export function Chapters({ chapters, name, side }: Props) {
  return (
    <section className="stack" aria-labelledby="chapters">
      <h2 id="chapters">Your mentoring so far</h2>
      <ol className="plain timeline">
        {chapters.map((chapter) => (
          <li key={chapter.id}>
            <span>
              {where(chapter)}, {days(chapter)}. {ending(chapter, name, side)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The relation in a line: "Mo mentored you, 2025–26". */
export function relationWords({ chapters, name, side }: Props, isOver: boolean) {
  const [first, last] = [chapters[0], chapters.at(-1)]
  if (!first || !last) return ''
  if (!isOver)
    return `${side === 'mentor' ? `You mentor ${name}` : `${name} mentors you`}, since ${longDay(first.startedOn)}.`
  const span = schoolYears(first.startedOn, last.finishedOn ?? last.startedOn)
  return `${side === 'mentor' ? `You mentored ${name}` : `${name} mentored you`}, ${span}. You stay tied.`
}

/** Days as the school years they lie in: 2025–26. */
function schoolYears(from: string, to: string) {
  const yearOf = (day: string) => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)
  return `${yearOf(from)}–${String((yearOf(to) + 1) % 100).padStart(2, '0')}`
}

function where({ kind, school }: ChapterSeen) {
  if (kind === 'statutory') return school ? `Arranged by ${school}` : 'Arranged by a school'
  return kind === 'placement' ? 'On a placement' : 'Between you two'
}

const days = ({ startedOn, finishedOn }: ChapterSeen) =>
  finishedOn === startedOn
    ? `on ${longDay(startedOn)}`
    : finishedOn
      ? `${longDay(startedOn)} to ${longDay(finishedOn)}`
      : `since ${longDay(startedOn)}`

function ending({ isOver, endedBy }: ChapterSeen, name: string, side: Props['side']) {
  if (!isOver || !endedBy) return ''
  return endedBy === side ? 'You ended it.' : `${name} ended it.`
}
