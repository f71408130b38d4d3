import { Checkbox } from '../components/checkbox.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { Tag } from '../components/tag.tsx'

type Props = { result: unknown; name: string; side: 'mentor' | 'mentee'; isOver: boolean }

const READY = {
  mentee: 'Thank you for your time and your help. I think this is a good moment to stop.',
  mentor: 'Thank you for letting me see a little of your teaching. I think this is a good moment to stop.',
}

/** A ready sentence that may go as it is; thanks, a reason for oneself, and "ask again" as one likes. */
export function FinishForm({ result, name, side, isOver }: Props) {
  return (
    <PostForm result={result}>
      <Field
        name="sentence"
        label={`A sentence for ${name}`}
        hint="It can go as it is."
        rows={3}
        defaultValue={READY[side]}
      />
      <details>
        <summary>Say more, if you like</summary>
        <div className="stack">
          <Field name="thanks" label="Thanks for something in particular" rows={3} />
          <Field
            name="reason"
            label={
              <>
                Why, for yourself <Tag kind="info">Only you</Tag>
              </>
            }
            hint={`${name} never reads it, nor does anybody else. You may leave it out.`}
            rows={3}
          />
          <Checkbox name="askAgain" label={`${name} may ask me again in about two terms`} />
        </div>
      </details>
      <SubmitButton kind={isOver ? 'main' : 'danger'} pending={isOver ? 'Sending…' : 'Ending…'}>
        {isOver ? 'Leave these words' : 'End it, with thanks'}
      </SubmitButton>
    </PostForm>
  )
}
