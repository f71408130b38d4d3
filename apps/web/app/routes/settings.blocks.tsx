import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { PostForm } from '~/components/form.tsx'
import { PersonCard } from '~/components/person-card.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { ukDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'People you blocked', 'Settings')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return { blocked: await ask(args, (api) => api.safety.myBlocks()) }
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    await args.context.api.safety.unblock(raw as { personId: string })
    return redirectWith(args, '/settings/blocks', { text: 'The block is lifted. They are not told.' })
  })
}

export default function Blocks() {
  const { blocked } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <h1>People you blocked</h1>
      <p>
        You and they don’t meet here: not in lists, groups, schools, searches or mails. They are never told.
      </p>
      {blocked.length === 0 ? <p className="muted">You have blocked nobody.</p> : null}
      <ul className="plain people">
        {blocked.map(({ personId, name, since }) => (
          <li key={personId}>
            <PersonCard
              name={name}
              why={`Blocked on ${ukDay(since)}`}
              action={
                <PostForm>
                  <input type="hidden" name="personId" value={personId} />
                  <SubmitButton kind="quiet" pending="Lifting…">
                    Unblock<span className="visually-hidden"> {name}</span>
                  </SubmitButton>
                </PostForm>
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
