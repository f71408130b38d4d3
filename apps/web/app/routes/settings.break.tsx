import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ChoiceGroup } from '~/components/choice-group.tsx'
import { DateInput } from '~/components/date-input.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Taking a break', 'Settings')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return { pause: await ask(args, (api) => api.person.pause()) }
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw, { aside }) => {
    const { person } = args.context.api
    if (aside.end) {
      const { isCancelled } = await person.endPause(raw as { finishedOn: string })
      const text = isCancelled ? 'Your break is called off.' : 'Welcome back. Everything is as you left it.'
      return redirectWith(args, '/settings/break', { text })
    }
    await person.startPause(raw as Parameters<typeof person.startPause>[0])
    return redirectWith(args, '/settings/break', { text: 'Your break is set. Nothing closes.' })
  })
}

export default function Break() {
  const { pause } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Taking a break</h1>
      <p>
        Your school, your mentoring and the people you know all stay as they are. We don’t ask why, and there
        is nowhere to write it.
      </p>
      {pause ? <Away pause={pause} result={result} /> : <GoAway result={result} />}
    </div>
  )
}

type Pause = { startedOn: string; expectedReturnOn: string | null; hasBegun: boolean }

function Away({ pause, result }: { pause: Pause; result: unknown }) {
  const { startedOn, expectedReturnOn, hasBegun } = pause
  return (
    <>
      <p>
        {hasBegun ? 'You are away since' : 'You will be away from'} {longDay(startedOn)}
        {expectedReturnOn ? `, back on ${longDay(expectedReturnOn)} or so` : ''}.
      </p>
      <PostForm result={result}>
        <DateInput
          name="finishedOn"
          legend="Your last day away"
          hint={hasBegun ? undefined : 'A day before it begins calls it off.'}
        />
        <SubmitButton name="_end" value="yes">
          I’m back
        </SubmitButton>
      </PostForm>
    </>
  )
}

function GoAway({ result }: { result: unknown }) {
  return (
    <PostForm result={result}>
      <DateInput name="startedOn" legend="From" />
      <DateInput name="expectedReturnOn" legend="Back on" hint="Leave it out if you don’t know yet." />
      <ChoiceGroup
        name="audience"
        legend="Who may know that you are away?"
        choices={AUDIENCES}
        defaultValue="only_me"
      />
      <SubmitButton>Start my break</SubmitButton>
    </PostForm>
  )
}

const AUDIENCES = [
  { value: 'only_me', label: 'Only me' },
  { value: 'ties', label: 'People I know' },
  { value: 'groups', label: 'My training groups too' },
]
