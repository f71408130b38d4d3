import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Pager } from '~/components/pager.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { NoteForm } from '~/mentoring/space-note-form.tsx'
import { NoteList } from '~/mentoring/space-notes.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Notes', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const mentorshipId = args.params.id ?? ''
  const page = Number(new URL(args.request.url).searchParams.get('page') ?? 1)
  return ask(args, async (api) => ({
    ...(await api.space.notes({ mentorshipId, page: Number.isInteger(page) && page > 0 ? page : 1 })),
    space: await api.space.of({ mentorshipId }),
  }))
}

export async function action(args: ActionFunctionArgs) {
  const mentorshipId = args.params.id ?? ''
  return attempt(args, async (raw) => {
    const { space } = args.context.api
    const note = raw as Parameters<typeof space.addNote>[0]
    await space.addNote({ ...note, mentorshipId })
    const text = note.audience === 'only_me' ? 'Saved. Only you can read it.' : 'Saved. You both can read it.'
    return redirectWith(args, `/mentoring/${mentorshipId}/notes`, { text })
  })
}

export default function Notes() {
  const { notes, page, pages, space } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { other, isOver, mentorshipId } = space
  const base = `/mentoring/${mentorshipId}`
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Notes of you and {other.name}</h1>
      <MentoringPromise />
      {isOver ? null : <NoteForm key={notes[0]?.id} result={result} name={other.name} />}
      <h2>What is written</h2>
      {notes.length === 0 ? <p>Nothing yet.</p> : null}
      <NoteList notes={notes} name={other.name} base={base} isOver={isOver} />
      <Pager page={page} pages={pages} hrefFor={(to) => `${base}/notes?page=${to}`} label="Pages of notes" />
      <p>
        <Link to={base}>Back to you and {other.name}</Link>
      </p>
    </div>
  )
}
