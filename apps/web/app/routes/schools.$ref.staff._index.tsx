import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { AsOf } from '~/components/as-of.tsx'
import { DataTable } from '~/components/data-table.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { staffColumns } from '~/moving/staff-columns.tsx'
import { pageTitle } from '~/page-title.ts'
import { askAsOf } from '~/past.server.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Staff', args.data?.school.name ?? 'Schools')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const ref = args.params.ref ?? ''
  const { answer, past } = await askAsOf(args, (api, asOf) => api.stint.staff({ ref, asOf }))
  const { id } = answer.school
  if (id !== ref) throw redirect(`/schools/${id}/staff${new URL(args.request.url).search}`)
  return { ...answer, past }
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    await args.context.api.stint.confirm({ stintId: String(raw.stintId) })
    return redirectWith(args, `/schools/${args.params.ref}/staff`, {
      text: 'Confirmed. Colleagues can now see that they work there too.',
    })
  })
}

export default function Staff() {
  const { school, lines, past } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <AsOf past={past}>
        <h1>Staff of {school.name}</h1>
        {past.on ? (
          <p>
            Of the people who are here today, those who were here by then. Who has left since is not shown.
          </p>
        ) : (
          <Today schoolId={school.id} />
        )}
        <DataTable
          caption={`${lines.length} ${lines.length === 1 ? 'person' : 'people'}`}
          columns={past.on ? staffColumns(school).slice(0, -1) : staffColumns(school)}
          rows={lines}
          rowKey={({ stintId }) => stintId}
        />
      </AsOf>
    </div>
  )
}

function Today({ schoolId }: { schoolId: string }) {
  return (
    <>
      <p>
        Who is here today, as they or the school have said. What they did before, where they go, and why, is
        theirs.
      </p>
      <p>
        <Link className="btn" to={`/schools/${schoolId}/staff/joining`}>
          Somebody is joining
        </Link>
      </p>
      <p>
        <Link to={`/coordination/${schoolId}`}>How the pairs of mentors and new teachers stand</Link>
      </p>
      <p>
        <Link to={`/schools/${schoolId}/mentoring`}>Mentoring programmes</Link>
      </p>
    </>
  )
}
