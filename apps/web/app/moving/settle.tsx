import { Checkbox } from '../components/checkbox.tsx'
import { DateInput } from '../components/date-input.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

type Move = {
  from: { name: string } | null
  to: { name: string } | null
  leaveOn: string | null
  startOn: string | null
}

/** When two sides say days that do not go together, the person's own word settles it. */
export function Settle({ move, result }: { move: Move; result: unknown }) {
  const { from, to, leaveOn, startOn } = move
  return (
    <section className="stack" aria-labelledby="settle">
      <h2 id="settle">Which days are right?</h2>
      <p>
        The days you and your schools gave do not go together. Yours count. Each school hears of its own side
        alone.
      </p>
      <PostForm result={result}>
        {leaveOn ? (
          <DateInput
            name="leaveOn"
            legend={`Your last day at ${from?.name ?? 'the school you left'}`}
            defaultValue={leaveOn}
          />
        ) : null}
        {startOn ? (
          <DateInput
            name="startOn"
            legend={`Your first day at ${to?.name ?? 'the new school'}`}
            defaultValue={startOn}
          />
        ) : null}
        <Checkbox name="besides" label="I was at both for a while" />
        <SubmitButton name="_do" value="settle">
          These days are right
        </SubmitButton>
      </PostForm>
    </section>
  )
}
