import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { AnswerRequest } from '~/components/answer-request.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Say that you know each other')

export async function loader(args: LoaderFunctionArgs) {
  const viewer = signedIn(args)
  const id = args.params.id ?? ''
  if (id === viewer?.id) throw redirect(`/people/${id}`)
  const { name } = await ask(args, (api) => api.person.profile({ id }))
  return { id, name, standing: await ask(args, (api) => api.connection.standing({ personId: id })) }
}

export async function action(args: ActionFunctionArgs) {
  const id = args.params.id ?? ''
  return attempt(args, async (raw) => {
    const { connection } = args.context.api
    if (raw.requestId) {
      await connection.withdraw({ requestId: raw.requestId })
      return redirectWith(args, `/people/${id}`, { text: 'You took it back.' })
    }
    const { state } = await connection.ask({ personId: id, sentence: raw.sentence })
    const text =
      state === 'accepted'
        ? 'You both say that you know each other.'
        : 'Sent. You will read it here if they say yes.'
    return redirectWith(args, `/people/${id}`, { text })
  })
}

export default function Connect() {
  const { id, name, standing } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>You and {name}</h1>
      {standing.state === 'connected' ? <Connected id={id} since={standing.since} /> : null}
      {standing.state === 'waiting' ? <Waiting name={name} requestId={standing.requestId ?? ''} /> : null}
      {standing.state === 'asked_me' ? (
        <>
          <p>
            {name} would like to say that you know each other. If you say no, or nothing, they are not told.
          </p>
          <AnswerRequest request={{ id: standing.requestId ?? '', name }} />
        </>
      ) : null}
      {standing.state === 'none' ? <Asking name={name} result={result} /> : null}
      <p>
        <Link to={`/people/${id}`}>Back to {name}’s page</Link>
      </p>
    </div>
  )
}

function Connected({ id, since }: { id: string; since: string | null }) {
  return (
    <>
      <p>You both say that you know each other{since ? `, since ${longDay(since)}` : ''}.</p>
      <p>
        <Link to={`/people/${id}/end`}>End this</Link>
      </p>
    </>
  )
}

function Waiting({ name, requestId }: { name: string; requestId: string }) {
  return (
    <>
      <p>
        You have asked {name} to say that you know each other. There is no answer yet, and there need not be
        one.
      </p>
      <PostForm>
        <input type="hidden" name="requestId" value={requestId} />
        <SubmitButton kind="quiet" pending="Taking it back…">
          Take it back
        </SubmitButton>
      </PostForm>
    </>
  )
}

function Asking({ name, result }: { name: string; result: unknown }) {
  return (
    <>
      <p>
        When {name} says so too, each of you stands among the other’s people for good, wherever you teach. If
        not, you are not told.
      </p>
      <PostForm result={result}>
        <Field
          name="sentence"
          label="How do you know each other?"
          hint="One sentence that they will read, such as “We shared a lab bench in Leeds”. 300 characters at most."
          rows={3}
        />
        <SubmitButton pending="Sending…">Ask {name}</SubmitButton>
      </PostForm>
    </>
  )
}
