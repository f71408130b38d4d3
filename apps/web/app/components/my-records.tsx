import { longDay } from '~/dates.ts'
import { PostForm } from './form.tsx'
import { SubmitButton } from './submit-button.tsx'

type Question = { mergeId: string; askedBy: string | null; other: string | null }

/** What whoever runs a group would like to know: whether two of its members are one person. */
export function SameQuestions({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) return null
  return (
    <section className="stack">
      <h2>You are asked</h2>
      {questions.map(({ mergeId, askedBy, other }) => (
        <div key={mergeId} className="stack">
          <p>
            {askedBy ?? 'Whoever runs your training group'} asks whether you and{' '}
            {other ?? 'another member of the group'} are one person. If both say yes, the two records become
            one and all of it is yours. If you say no, nobody is told.
          </p>
          <PostForm>
            <input type="hidden" name="_do" value="answer" />
            <input type="hidden" name="mergeId" value={mergeId} />
            <div className="row">
              <SubmitButton name="answer" value="yes">
                Yes, that is me too
              </SubmitButton>
              <SubmitButton kind="quiet" name="answer" value="no">
                No, that is somebody else
              </SubmitButton>
            </div>
          </PostForm>
        </div>
      ))}
    </section>
  )
}

type Joined = { mergeId: string; name: string; joinedOn: string; canPart: boolean }

/** Records that became part of this one, each with a way back while there is one. */
export function JoinedRecords({ joined }: { joined: readonly Joined[] }) {
  if (joined.length === 0) return null
  return (
    <section className="stack">
      <h2>Joined to your record</h2>
      <ul className="plain stack">
        {joined.map(({ mergeId, name, joinedOn, canPart }) => (
          <li key={mergeId} className="stack">
            <div>
              {name}, on {longDay(joinedOn)}
            </div>
            {canPart ? (
              <PostForm>
                <input type="hidden" name="_do" value="part" />
                <input type="hidden" name="mergeId" value={mergeId} />
                <SubmitButton kind="quiet" pending="Parting…">
                  Part them again<span className="visually-hidden">: {name}</span>
                </SubmitButton>
              </PostForm>
            ) : (
              <div className="muted">To part them again, write to whoever runs this service.</div>
            )}
          </li>
        ))}
      </ul>
      <p className="muted">
        Parting puts both records back as they were. What you did since stays here. For 30 days you can do it
        by yourself.
      </p>
    </section>
  )
}
