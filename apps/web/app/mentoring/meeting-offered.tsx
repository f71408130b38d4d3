import { ChoiceGroup } from '~/components/choice-group.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import type { OneMeeting } from './meeting-types.ts'
import { WAY_WORDS } from './meeting-words.ts'

/** Times that one of two offers: the other chooses, or says that none suits. */
export function MeetingOffered({ meeting, otherName, result }: OneMeeting & { result: unknown }) {
  const { isMine, times, way, place } = meeting
  const open = times.filter(({ isOver }) => !isOver)
  const where = `${WAY_WORDS[way]}${place ? `: ${place}` : ''}`
  if (isMine)
    return (
      <>
        <p>
          You offered {otherName} these times. {where}. One is booked when they choose it.
        </p>
        <ul>
          {open.map(({ id, when }) => (
            <li key={id}>{when}</li>
          ))}
        </ul>
        <Decline label="Take the times back" />
      </>
    )
  return (
    <>
      <PostForm result={result}>
        <ChoiceGroup
          name="timeId"
          legend={`Which time suits you? ${where}.`}
          choices={open.map(({ id, when }) => ({ value: id, label: when }))}
        />
        <SubmitButton name="_do" value="accept" pending="Booking…">
          Book this time
        </SubmitButton>
      </PostForm>
      <Decline label="None of these suits me" />
    </>
  )
}

const Decline = ({ label }: { label: string }) => (
  <PostForm>
    <SubmitButton kind="quiet" name="_do" value="decline">
      {label}
    </SubmitButton>
  </PostForm>
)
