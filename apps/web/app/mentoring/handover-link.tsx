import { Link } from '@remix-run/react'
import type { handoverOf } from '@wirearchy/domain/handover'
import { Notice } from '../components/notice.tsx'

export type Handover = Awaited<ReturnType<typeof handoverOf>>

/** The way to a hand-over from the space of two people, for whoever has something to write or read there. */
export function HandoverLink({ handover }: { handover: Handover }) {
  const { mine, pages, mentorshipId, other, side } = handover
  if (!mine && pages.length === 0) return null
  const isToWrite = mine !== null && mine.approvedAt === null
  return (
    <Notice>
      <p>
        {isToWrite
          ? `A school’s mentoring ends with a move. You may hand over what you and ${other.name} worked on to whoever mentors you next.`
          : side === 'mentor'
            ? `${other.name} wrote a hand-over page that you may read.`
            : 'Your hand-over page can be read by your mentors.'}
      </p>
      <p>
        <Link to={`/mentoring/${mentorshipId}/handover`}>
          {isToWrite ? 'Write the hand-over page' : 'See the hand-over'}
        </Link>
      </p>
    </Notice>
  )
}
