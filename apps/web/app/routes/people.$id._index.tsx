import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { Avatar } from '~/components/avatar.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { ProfileCard } from '~/components/profile.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data?.person.name ?? 'Page not found')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const id = args.params.id ?? ''
  const [person, profile] = await Promise.all([
    ask(args, (api) => api.network.person({ id })),
    ask(args, (api) => api.person.profile({ id })),
  ])
  const state = person.isMe
    ? 'none'
    : (await ask(args, (api) => api.connection.standing({ personId: id }))).state
  return { person, profile, state }
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
  const { person, profile, state } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <header className="person">
        <Avatar name={person.name} />
        <h1>{person.name}</h1>
      </header>
      <How person={person} />
      <ProfileCard profile={profile} />
      <History person={person} />
      {person.isMe ? null : <Actions person={person} state={state} />}
    </div>
  )
}

type Shown = Awaited<ReturnType<typeof loader>>['person']

function How({ person }: { person: Shown }) {
  return (
    <section className="stack">
      {person.isMe ? null : (
        <>
          <h2>How you know each other</h2>
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
  if (person.timeline.length === 0) return null
  return (
    <section className="stack">
      <h2>What you have shared</h2>
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
