import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, redirect, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { ListHelp } from '~/components/list-help.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Keep seats from a list', args.data?.group.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.seat.list({ slug: args.params.slug ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  return attempt(args, async ({ file, text }) => {
    const upload = file instanceof Blob ? await bytesOf(file) : { text }
    const { importId } = await args.context.api.seat.checkImport({ slug, ...upload })
    return redirect(`/groups/${slug}/import/${importId}`)
  })
}

async function bytesOf(file: Blob & { name?: string }) {
  const bytes = Buffer.from(await file.arrayBuffer())
  return { file: bytes.toString('base64'), fileName: file.name?.slice(0, 200) }
}

export default function Import() {
  const { group, total, taken } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <p>
        <Link to={`/groups/${group.slug}`}>
          {group.name}, {group.years}
        </Link>
      </p>
      <h1>Keep seats from a list</h1>
      <p>
        Upload the list of your trainees, and a seat is kept for each until they come. Nobody sees a seat but
        those who run the group. {total > 0 ? `There are ${total} seats, ${taken} taken.` : null}
      </p>
      <PostForm result={result} multipart>
        <Field
          name="file"
          label="CSV file"
          hint="Up to 1 MB and 2,000 rows. You check it before anything is kept."
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
        />
        <Field name="text" label="Or paste the list here" rows={5} spellCheck={false} />
        <SubmitButton pending="Checking…">Check the list</SubmitButton>
      </PostForm>
      <ListHelp />
    </div>
  )
}
