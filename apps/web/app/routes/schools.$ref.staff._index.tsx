import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { AsOf } from '~/components/as-of.tsx'
import { type Column, DataTable } from '~/components/data-table.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { Tag } from '~/components/tag.tsx'
import { longDay } from '~/dates.ts'
import { KINDS, labelOf, rolesIn } from '~/moving/words.ts'
import { pageTitle } from '~/page-title.ts'
import { askAsOf } from '~/past.server.ts'
import { usePastHref } from '~/past.ts'

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
          columns={past.on ? columnsFor(school).slice(0, -1) : columnsFor(school)}
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

type Line = ReturnType<typeof useLoaderData<typeof loader>>['lines'][number]

const columnsFor = ({ id: schoolId, nation }: { id: string; nation: string | null }): Column<Line>[] => [
  { label: 'Name', cell: Name },
  { label: 'Here as', cell: ({ role, kind }) => labelOf(rolesIn(nation), role) || labelOf(KINDS, kind) },
  { label: 'Since', cell: ({ startedOn }) => longDay(startedOn) },
  { label: 'Last day', cell: lastDay },
  { label: 'Mentor', cell: ({ mentor }) => mentor ?? '–' },
  { label: 'To do', cell: (line) => (line.isMe ? 'This is you' : <ToDo line={line} schoolId={schoolId} />) },
]

function Name({ personId, name }: Line) {
  return <Link to={usePastHref()(`/people/${personId}`)}>{name}</Link>
}

function lastDay({ leavesOn, reportedLastDay }: Line) {
  if (leavesOn) return longDay(leavesOn)
  return reportedLastDay ? `${longDay(reportedLastDay)}, waiting for their word` : '–'
}

function ToDo({ line: { stintId, name, isConfirmed }, schoolId }: { line: Line; schoolId: string }) {
  const page = `/schools/${schoolId}/staff/${stintId}`
  return (
    <div className="stack">
      {isConfirmed ? (
        <div>
          <Tag kind="ok">Confirmed</Tag>
        </div>
      ) : (
        <PostForm>
          <input type="hidden" name="stintId" value={stintId} />
          <SubmitButton kind="quiet" name="_stint" value={stintId}>
            Confirm<span className="visually-hidden"> that {name} works here</span>
          </SubmitButton>
        </PostForm>
      )}
      <Link to={`${page}/mentor`}>
        Give a mentor<span className="visually-hidden"> to {name}</span>
      </Link>
      <Link to={`${page}/leaving`}>
        Report leaving<span className="visually-hidden"> of {name}</span>
      </Link>
    </div>
  )
}
