import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Notice } from '~/components/notice.tsx'
import { longDay } from '~/dates.ts'
import { formRaw, type Values } from '~/form-raw.ts'
import { moveAnswers } from '~/moving/answers.server.ts'
import { CheckAnswers, type Checked } from '~/moving/check-answers.tsx'
import { MovingForm } from '~/moving/moving-form.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'I’m moving school')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const [form, changed] = await Promise.all([
    ask(args, (api) => api.stint.movingForm()),
    ask(args, (api) => api.review.whichSchool()),
  ])
  return { ...form, changed: changed[0] ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const { values } = formRaw(await args.request.clone().formData())
  if (values._step === 'change') return data({ values, errors: {} })
  return attempt(args, async (raw, { aside }) => {
    const { stint } = args.context.api
    const answers = await moveAnswers(args.context.api, raw, aside)
    if (aside.step !== 'confirm') return data({ values, errors: {}, checked: await stint.checkMove(answers) })
    const { moveId } = await stint.move(answers)
    const undo = { action: `/moving/${moveId}/undo`, label: 'Undo' }
    return redirectWith(args, `/moving/${moveId}`, { text: 'Done. Your people stay your people.', undo })
  })
}

export default function Moving() {
  const form = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as { values?: Values; checked?: Checked } | undefined
  if (result?.checked && result.values)
    return <CheckAnswers checked={result.checked} values={result.values} />
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>I’m moving school</h1>
      <p className="lead">Two minutes. Everybody you know stays with you, wherever you go.</p>
      {form.open.map((move) => (
        <OpenMove key={move.id} {...move} />
      ))}
      {form.changed ? <SchoolChanged {...form.changed} /> : null}
      {form.needsPersonalAddress ? <PersonalFirst /> : null}
      <MovingForm form={form} result={result} />
    </div>
  )
}

type Open = { id: string; isMine: boolean; state: string; leaveOn: string | null; startOn: string | null }

function OpenMove({ id, isMine, state, leaveOn, startOn }: Open) {
  const day = startOn ?? leaveOn
  return (
    <Notice kind={state === 'conflict' || !isMine ? 'warn' : 'info'}>
      {isMine ? 'You have told us of a move' : 'A school told us that you are moving'}
      {day ? `, ${longDay(day)}` : ''}.{' '}
      <Link to={`/moving/${id}`}>{isMine ? 'See or change it' : 'Is that right?'}</Link>
    </Notice>
  )
}

/** One question at a time, however many of their schools have changed. */
function SchoolChanged({ stintId, schoolName, what }: { stintId: string; schoolName: string; what: string }) {
  return (
    <Notice>
      {what === 'unknown'
        ? `We could not find ${schoolName}.`
        : `${schoolName} has changed in the official list.`}{' '}
      <Link to={`/moving/school/${stintId}`}>
        {what === 'unknown' ? 'Which school did you mean?' : 'Which one are you at now?'}
      </Link>
    </Notice>
  )
}

function PersonalFirst() {
  return (
    <div id="personalAddress" tabIndex={-1}>
      <Notice kind="warn">
        <p>
          Your only address here belongs to a school and stops when you leave. Add a personal one first, so
          that you can still sign in.
        </p>
        <p>
          <Link className="btn" to="/settings/sign-in?next=/moving">
            Add a personal address
          </Link>
        </p>
      </Notice>
    </div>
  )
}
