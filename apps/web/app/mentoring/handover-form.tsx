import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { Tag } from '../components/tag.tsx'
import type { Handover } from './handover-link.tsx'

type Props = { mine: NonNullable<Handover['mine']>; name: string; result: unknown }

/** The page of the mentee: a draft out of her goals, to change, to save, and to let the two mentors read. */
export function HandoverForm({ mine, name, result }: Props) {
  const { text, rev, suggestion, approvedAt, mayApprove, next } = mine
  return (
    <section className="stack" aria-labelledby="my-page">
      <h2 id="my-page">Your page</h2>
      <p>{approvedAt ? <Tag kind="ok">Your mentors can read it</Tag> : <Tag>A draft: only you</Tag>}</p>
      <p>
        It is for whoever mentors you next{next ? `, ${next},` : ''} so that you need not begin from zero.{' '}
        {name} and your next mentor read it once you say so, and see each other’s names. Your school never
        does.
      </p>
      <PostForm result={result}>
        <input type="hidden" name="rev" value={rev} />
        <Field
          name="text"
          label="What should your next mentor know?"
          hint={
            suggestion
              ? 'We began it with your open goals. Change it as you like.'
              : 'If you change it, it is a draft again until you let them read the new words.'
          }
          rows={12}
          defaultValue={text ?? suggestion ?? ''}
        />
        <div className="row">
          {mayApprove ? (
            <SubmitButton name="_approve" value="yes">
              Save, and let them read it
            </SubmitButton>
          ) : null}
          <SubmitButton kind="quiet" name="_approve" value="">
            Save for now
          </SubmitButton>
        </div>
        {mayApprove ? null : <p>You can let them read it on the day after your last one.</p>}
      </PostForm>
    </section>
  )
}
