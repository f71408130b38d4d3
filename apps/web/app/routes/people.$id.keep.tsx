import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'On your own page')

export async function loader(args: LoaderFunctionArgs) {
  const viewer = signedIn(args)
  const id = args.params.id ?? ''
  if (id === viewer?.id) throw redirect(`/people/${id}`)
  const { name } = await ask(args, (api) => api.person.profile({ id }))
  const { preference } = await ask(args, (api) => api.connection.standing({ personId: id }))
  return { id, name, preference }
}

export async function action(args: ActionFunctionArgs) {
  const personId = args.params.id ?? ''
  return attempt(args, async (raw) => {
    const { connection } = args.context.api
    await connection.prefer({ personId, how: raw.how, isOn: raw.isOn })
    return redirectWith(args, `/people/${personId}/keep`, { text: 'Saved. Only you know.' })
  })
}

const WAYS = [
  { how: 'pinned', title: 'Pin', about: 'They come first among your people.', off: 'Unpin', on: 'Pin' },
  {
    how: 'muted',
    title: 'Mute',
    about: 'No letters about them; their page stays as it is.',
    off: 'Unmute',
    on: 'Mute',
  },
  {
    how: 'hidden',
    title: 'Hide',
    about: 'They leave your list. You stay tied, and can find them again there.',
    off: 'Show again',
    on: 'Hide',
  },
] as const

export default function Keep() {
  const { id, name, preference } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <h1>{name} on your own page</h1>
      <p>{name} never knows about any of this.</p>
      <ul className="plain todo">
        {WAYS.map(({ how, title, about, off, on }) => (
          <li key={how}>
            <div>
              <strong>{title}</strong>
              <div>{about}</div>
            </div>
            <PostForm>
              <input type="hidden" name="how" value={how} />
              <SubmitButton kind="quiet" name="isOn" value={preference[how] ? 'no' : 'yes'}>
                {preference[how] ? off : on} {name}
              </SubmitButton>
            </PostForm>
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/people/${id}`}>Back to {name}’s page</Link>
      </p>
    </div>
  )
}
