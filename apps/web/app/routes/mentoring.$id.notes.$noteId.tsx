import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { Tag } from '~/components/tag.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { NewerWords, resultFor } from '~/mentoring/space-newer.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Your note', 'Mentoring')

/** After a refusal too: what was saved in another window is to be read beside the form. */
export const shouldRevalidate = () => true

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const mentorshipId = args.params.id ?? ''
  return ask(args, async (api) => ({
    note: await api.space.note({ mentorshipId, noteId: args.params.noteId ?? '' }),
    isOver: (await api.space.of({ mentorshipId })).isOver,
    base: `/mentoring/${mentorshipId}/notes`,
  }))
}

export async function action(args: ActionFunctionArgs) {
  const at = { mentorshipId: args.params.id ?? '', noteId: args.params.noteId ?? '' }
  const back = `/mentoring/${at.mentorshipId}/notes`
  return attempt(args, async (raw, { aside }) => {
    const { space } = args.context.api
    if (aside.remove) {
      await space.removeNote(at)
      return redirectWith(args, back, { text: 'Taken away. Its words are gone.' })
    }
    await space.editNote({ ...at, text: raw.text, rev: raw.rev })
    return redirectWith(args, back, { text: 'Saved.' })
  })
}

export default function Note() {
  const { note, isOver, base } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Your note</h1>
      <p>{note.isPrivate ? <Tag kind="info">Only you</Tag> : <Tag>For you both</Tag>}</p>
      <MentoringPromise />
      <NewerWords result={result} rev={note.rev} title="What you saved in another window">
        <p className="letter">{note.text}</p>
      </NewerWords>
      {isOver ? (
        <p className="letter">{note.text}</p>
      ) : (
        <PostForm result={resultFor(result, 'text')}>
          <input type="hidden" name="rev" value={note.rev} />
          <Field name="text" label="What it says" rows={8} defaultValue={note.text} />
          <SubmitButton>Save the note</SubmitButton>
        </PostForm>
      )}
      <PostForm className="stack">
        <h2>Take it away</h2>
        <p>Its words are gone for good. {note.isPrivate ? '' : 'That there was a note stays to be seen.'}</p>
        <SubmitButton kind="danger" name="_remove" value="yes" pending="Taking it away…">
          Take this note away
        </SubmitButton>
      </PostForm>
      <p>
        <Link to={base}>Back to the notes</Link>
      </p>
    </div>
  )
}
