import { longDay } from '../dates.ts'
import { PostForm } from './form.tsx'
import { SubmitButton } from './submit-button.tsx'
import { Tag } from './tag.tsx'

type Session = { id: string; device: string | null; signedInOn: string; shared: boolean; isThisOne: boolean }

/** Where a person is signed in, with a way to end each. */
export function MySessions({ sessions }: { sessions: Session[] }) {
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul className="plain stack">
        {sessions.map((session) => (
          <li key={session.id} className="row">
            <span>
              {session.device ?? 'A browser'}, since {longDay(session.signedInOn)}{' '}
              {session.shared ? <Tag>Shared computer</Tag> : null}
              {session.isThisOne ? <Tag kind="ok">This browser</Tag> : null}
            </span>
            {session.isThisOne ? null : <End session={session} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <PostForm>
          <input type="hidden" name="_do" value="end-others" />
          <SubmitButton kind="quiet">Sign out everywhere else</SubmitButton>
        </PostForm>
      ) : null}
    </section>
  )
}

function End({ session }: { session: Session }) {
  return (
    <PostForm className="inline">
      <input type="hidden" name="sessionId" value={session.id} />
      <SubmitButton kind="quiet">
        Sign out<span className="visually-hidden"> {session.device ?? 'that browser'}</span>
      </SubmitButton>
    </PostForm>
  )
}
