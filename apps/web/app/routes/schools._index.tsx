import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'
import { schoolOptions } from '~/school-choice.server.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Schools')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const words = (new URL(args.request.url).searchParams.get('q') ?? '').trim()
  const schools = words.length < 2 ? null : await ask(args, (api) => schoolOptions(api, words))
  return { words, schools }
}

export default function Schools() {
  const { words, schools } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <h1>Schools</h1>
      <p>Find a school, and see who you already know there.</p>
      <PostForm method="get" className="search">
        <Field
          name="q"
          type="search"
          label="Find a school"
          hint="Name, town, postcode or URN. Two letters are enough to start."
          defaultValue={words}
        />
        <SubmitButton>Find</SubmitButton>
      </PostForm>
      {words.length === 1 ? <p>Two letters or more, then we can look.</p> : null}
      {schools ? <Found words={words} schools={schools} /> : null}
    </div>
  )
}

type Schools = NonNullable<Awaited<ReturnType<typeof loader>>['schools']>

function Found({ words, schools }: { words: string; schools: Schools }) {
  if (schools.length === 0)
    return <p>We found no school for “{words}”. Check the spelling, or try its town or postcode.</p>
  return (
    <section className="stack" aria-label="Schools found">
      <ul className="plain stack">
        {schools.map(({ ref, name, where }) => (
          <li key={ref}>
            <Link to={`/schools/${ref}`}>{name}</Link>
            <div className="muted">{where}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
