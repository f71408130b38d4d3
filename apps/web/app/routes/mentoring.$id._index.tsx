import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { longDay } from '~/dates.ts'
import { Reminded } from '~/mentoring/board-reminded.tsx'
import { HandoverLink } from '~/mentoring/handover-link.tsx'
import { MeetingPart } from '~/mentoring/meeting-part.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { AgreementPart } from '~/mentoring/space-agreement.tsx'
import { Asked } from '~/mentoring/space-asked.tsx'
import { Chapters, relationWords } from '~/mentoring/space-chapters.tsx'
import { EndingPart } from '~/mentoring/space-ending.tsx'
import { Limits, TooNear } from '~/mentoring/space-limits.tsx'
import { GoalsPart, NotesPart, Starter } from '~/mentoring/space-parts.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data ? `You and ${args.data.space.other.name}` : 'Mentoring', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const asked = { mentorshipId: args.params.id ?? '' }
  return ask(args, async (api) => ({
    space: await api.space.of(asked),
    handover: await api.handover.of(asked),
    meetings: await api.meeting.ofPair(asked),
    reminded: await api.coordination.nudgesToMe(asked),
  }))
}

export default function Space() {
  const { space, handover, meetings, reminded } = useLoaderData<typeof loader>()
  const { other, side, chapters, isOver, beginsOn, endings, mayKeep } = space
  const base = `/mentoring/${space.mentorshipId}`
  return (
    <div className="stack-l">
      <div className="stack">
        <h1>You and {other.name}</h1>
        <p className="lead">
          {beginsOn
            ? `Your mentoring begins on ${longDay(beginsOn)}.`
            : relationWords({ chapters, name: other.name, side }, isOver)}
        </p>
        <MentoringPromise />
        <TooNear isTooNear={space.isTooNear} name={other.name} base={base} />
        <Limits />
        {isOver ? null : <Asked {...space.agreement} name={other.name} side={side} base={base} />}
        {isOver ? null : <Reminded reminded={reminded} />}
      </div>
      {isOver ? <EndingPart endings={endings} name={other.name} mayKeep={mayKeep} base={base} /> : null}
      <HandoverLink handover={handover} />
      <MeetingPart {...meetings} />
      <Starter space={space} />
      <GoalsPart space={space} base={base} />
      <NotesPart space={space} base={base} />
      <AgreementPart
        agreement={space.agreement}
        name={other.name}
        href={`${base}/agreement`}
        isOver={isOver}
      />
      <Chapters chapters={chapters} name={other.name} side={side} />
      <p className="row">
        <Link to={`/people/${other.id}`}>{other.name}’s page</Link>
        {mayKeep && !isOver ? <Link to={`/mentoring/${mayKeep}/keep`}>Keep going after the move</Link> : null}
        {isOver ? null : <Link to={`${base}/finish`}>End this mentoring well</Link>}
      </p>
    </div>
  )
}
