import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Who would you like to be?', 'Demo')

export async function loader(args: LoaderFunctionArgs) {
  return ask(args, (api) => api.demo.cast())
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    await args.context.api.demo.signInAs({ key: raw.key as 'asha' })
    return redirect(FIRST_PAGES[String(raw.key)] ?? '/people')
  })
}

/** Where there is most to see for somebody; their people for everybody else. */
const FIRST_PAGES: Record<string, string> = { margaret: '/groups', ruth: '/schools/review' }

export default function Demo() {
  const { cast, today } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Who would you like to be?</h1>
      <p>
        A small invented world: its schools are real, its people are not. Today is {longDay(today)} here.{' '}
        <Link to="/demo/clock">Move the date</Link>, or <Link to="/demo/outbox">read every letter sent</Link>.
      </p>
      <ul className="plain tiles">
        {cast.map(({ key, name, is, see }) => (
          <li key={key} className="card stack">
            <h2>{name}</h2>
            <p>{is}.</p>
            <p className="muted">{see}</p>
            <PostForm result={result}>
              <input type="hidden" name="key" value={key} />
              <button type="submit" className="btn">
                Be {name}
              </button>
            </PostForm>
          </li>
        ))}
        <li className="card stack">
          <h2>Nobody</h2>
          <p>A visitor who is not signed in.</p>
          <PostForm action="/sign-out">
            <button type="submit" className="btn quiet">
              Be nobody
            </button>
          </PostForm>
        </li>
      </ul>
    </div>
  )
}
