import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, notFound, signedIn } from '~/attempt.server.ts'
import { DataTable } from '~/components/data-table.tsx'
import { PostForm } from '~/components/form.tsx'
import { Select } from '~/components/select.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { figureRows } from '~/mentoring/programme-figures.tsx'
import { PairsPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Two runs compared', args.data?.programme.name ?? 'Programme')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const programmeId = args.params.id ?? ''
  const { lead } = await ask(args, (api) => api.programme.page({ programmeId }))
  const runs = lead?.runs.map(({ no }) => no) ?? []
  if (runs.length < 2) throw notFound()
  const asked = new URL(args.request.url).searchParams
  const [one, other] = [Number(asked.get('one') ?? runs.at(-2)), Number(asked.get('other') ?? runs.at(-1))]
  return { runs, ...(await ask(args, (api) => api.programme.compare({ programmeId, one, other }))) }
}

export default function Compare() {
  const { programme, runs, one, other, changes, same } = useLoaderData<typeof loader>()
  const options = runs.map((no) => ({ value: String(no), label: `Run ${no}` }))
  const [mine, theirs] = [figureRows(one.figures), figureRows(other.figures)]
  return (
    <div className="stack">
      <h1>
        Run {one.no} and run {other.no}
      </h1>
      <PairsPromise />
      <PostForm method="get">
        <Select name="one" label="One" options={options} defaultValue={String(one.no)} />
        <Select name="other" label="The other" options={options} defaultValue={String(other.no)} />
        <SubmitButton kind="quiet" pending="Comparing…">
          Compare these
        </SubmitButton>
      </PostForm>
      <DataTable
        caption="Figures"
        rows={mine.map(({ label, value }, at) => ({ label, value, second: theirs[at]?.value ?? '' }))}
        columns={[
          { label: 'Figure', cell: ({ label }) => label },
          { label: `Run ${one.no}`, cell: ({ value }) => value },
          { label: `Run ${other.no}`, cell: ({ second }) => second },
        ]}
        rowKey={({ label }) => label}
      />
      <Changes changes={changes} one={one.no} other={other.no} same={same} />
      <p>
        <Link to={`/programmes/${programme.id}`}>Back to the programme</Link>
      </p>
    </div>
  )
}

type Change = { menteeId: string; mentee: string; was: string | null; is: string | null }

function Changes({
  changes,
  one,
  other,
  same,
}: {
  changes: Change[]
  one: number
  other: number
  same: number
}) {
  if (changes.length === 0) return <p>Everybody has the same mentor in both.</p>
  return (
    <DataTable
      caption={`${changes.length} with another mentor, ${same} with the same`}
      rows={changes}
      columns={[
        { label: 'Mentee', cell: ({ mentee }) => mentee },
        { label: `In run ${one}`, cell: ({ was }) => was ?? 'Nobody' },
        { label: `In run ${other}`, cell: ({ is }) => is ?? 'Nobody' },
      ]}
      rowKey={({ menteeId }) => menteeId}
    />
  )
}
