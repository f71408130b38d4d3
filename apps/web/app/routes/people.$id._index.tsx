import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { AsOf } from '~/components/as-of.tsx'
import { Avatar } from '~/components/avatar.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { ProfileCard } from '~/components/profile.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { askAsOf } from '~/past.server.ts'
import { hrefOn, usePastDay } from '~/past.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data?.person.name ?? 'Page not found')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const id = args.params.id ?? ''
  const { answer, past } = await askAsOf(args, (api, asOf) =>
    Promise.all([api.network.person({ id, asOf }), api.person.profile({ id, asOf })]),
  )
  const [person, profile] = answer
  if (person.id !== id) throw redirect(hrefOn(`/people/${person.id}`, past.on))
  const canAct = !person.isMe && past.on === null
  const standing = canAct ? await ask(args, (api) => api.connection.standing({ personId: id })) : null
  return { person, profile, past, state: standing?.state ?? null }
}

/** One tap: the mentoring that ended with a move goes on between the two people. */
export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    await args.context.api.stint.keepMentor({ mentorshipId: String(raw.mentorshipId ?? '') })
    return redirectWith(args, `/people/${args.params.id}`, {
      text: 'Your mentoring goes on, between the two of you.',
    })
  })
}

export default function Person() {
  const { person, profile, past, state } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <AsOf past={past}>
        <header className="person">
          <Avatar name={person.name} />
          <h1>{person.name}</h1>
        </header>
        <How person={person} />
        <ProfileCard profile={profile} />
        <History person={person} />
        {state ? <Actions person={person} state={state} /> : null}
      </AsOf>
    </div>
  )
}

type Shown = Awaited<ReturnType<typeof loader>>['person']

function How({ person }: { person: Shown }) {
  const isPast = usePastDay() !== null
  const isNothingYet = isPast && person.reasons.length + person.because.length === 0
  return (
    <section className="stack">
      {person.isMe ? null : (
        <>
          <h2>{isPast ? 'How you knew each other' : 'How you know each other'}</h2>
          {isNothingYet ? <p>Nothing tied you two yet.</p> : null}
          <ul>
            {person.reasons.map(({ text, kind, startedOn, contextId }) => (
              <li key={`${kind} ${contextId} ${startedOn}`}>
                {text.charAt(0).toUpperCase() + text.slice(1)}
              </li>
            ))}
            {person.because.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function History({ person }: { person: Shown }) {
  const isPast = usePastDay() !== null
  if (person.timeline.length === 0) return null
  return (
    <section className="stack">
      <h2>{isPast ? 'What you had shared' : 'What you have shared'}</h2>
      <ol className="plain timeline">
        {person.timeline.map(({ on, text }) => (
          <li key={`${on} ${text}`}>
            <time dateTime={on}>{longDay(on)}</time>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const STANDING = {
  none: 'Say that you know each other',
  waiting: 'You have asked: see, or take it back',
  asked_me: 'They asked whether you know each other: answer',
  connected: 'You know each other: see, or end it',
} as const

function Actions({ person, state }: { person: Shown; state: keyof typeof STANDING }) {
  return (
    <section className="stack">
      <h2>What you can do</h2>
      {person.mentoringToKeep ? (
        <PostForm>
          <input type="hidden" name="mentorshipId" value={person.mentoringToKeep} />
          <SubmitButton>Go on as mentor and mentee, between the two of you</SubmitButton>
        </PostForm>
      ) : null}
      <ul>
        <li>
          <Link to={`/people/${person.id}/connect`}>{STANDING[state]}</Link>
        </li>
        <li>
          <Link to={`/people/${person.id}/keep`}>Pin or hide {person.name} on your own page</Link>
        </li>
        <li>
          <Link to={`/people/${person.id}/block`}>Block {person.name}</Link>
        </li>
      </ul>
    </section>
  )
}
