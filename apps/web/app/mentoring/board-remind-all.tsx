import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

type Props = { id: string; canNudge: number }

/** One press for everybody who waits or has gone quiet. */
export function RemindAll({ id, canNudge }: Props) {
  const action = `/coordination/${id}/nudge`
  if (canNudge === 0)
    return (
      <p className="muted">
        There is nobody to remind just now. Nobody hears more than once a fortnight, nor in the holidays.
      </p>
    )
  return (
    <PostForm action={action} className="stack">
      <div className="row">
        <SubmitButton action={action} name="_all" value="yes" pending="Reminding…">
          Remind {canNudge === 1 ? 'the pair that waits' : `all ${canNudge} that wait or are quiet`}
        </SubmitButton>
      </div>
      <p className="muted">
        Each of the two reads: still useful? Book, pause or finish well. They see that you asked. Nobody hears
        more than once a fortnight.
      </p>
    </PostForm>
  )
}
