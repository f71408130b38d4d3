import { Link } from '@remix-run/react'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { LinkedText } from '~/components/linked-text.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { SummaryList } from '~/components/summary-list.tsx'
import type { OneMeeting } from './meeting-types.ts'
import { WAY_WORDS } from './meeting-words.ts'

/** A meeting that is booked: when, how, where, what would help, and how to change it. */
export function MeetingAhead({
  mentorshipId,
  side,
  otherName,
  meeting,
  result,
}: OneMeeting & { result: unknown }) {
  const { id, when, until, way, place, hopedFor } = meeting
  const page = `/mentoring/${mentorshipId}/meetings/${id}`
  const rows = [
    { label: 'When', value: `${when} to ${until}`, changeHref: `${page}/move` },
    { label: 'How', value: WAY_WORDS[way] },
    { label: 'Where', value: place ? <LinkedText text={place} /> : 'Not said yet' },
    ...(hopedFor ? [{ label: 'What would help', value: hopedFor }] : []),
  ]
  return (
    <>
      <SummaryList rows={rows} />
      <p className="row">
        <a className="btn" href={`${page}/calendar.ics`} download>
          Add to calendar
        </a>
        <Link to={`${page}/move`}>Move or change it</Link>
        <Link to={`${page}/cancel`}>Call it off</Link>
      </p>
      {side === 'mentee' ? <Hope otherName={otherName} hopedFor={hopedFor} result={result} /> : null}
    </>
  )
}

type HopeProps = { otherName: string; hopedFor: string | null; result: unknown }

const Hope = ({ otherName, hopedFor, result }: HopeProps) => (
  <PostForm result={result}>
    <Field
      name="hopedFor"
      label="What would help that day?"
      hint={`One line. You and ${otherName} see it here, and begin with it.`}
      defaultValue={hopedFor ?? undefined}
      maxLength={200}
    />
    <SubmitButton name="_do" value="hope" pending="Sending…" kind={hopedFor ? 'quiet' : 'main'}>
      {hopedFor ? 'Change it' : `Send to ${otherName}`}
    </SubmitButton>
  </PostForm>
)
