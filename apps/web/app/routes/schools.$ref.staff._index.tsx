import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { type Column, DataTable } from '~/components/data-table.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { Tag } from '~/components/tag.tsx'
import { longDay } from '~/dates.ts'
import { KINDS, labelOf, rolesIn } from '~/moving/words.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Staff', args.data?.school.name ?? 'Schools')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const ref = args.params.ref ?? ''
  const staff = await ask(args, (api) => api.stint.staff({ ref }))
  if (staff.school.id !== ref) throw redirect(`/schools/${staff.school.id}/staff`)
  return staff
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
  const { school, lines } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Staff of {school.name}</h1>
      <p>
        Who is here today, as they or the school have said. What they did before, where they go, and why, is
        theirs.
      </p>
      <p>
        <Link className="btn" to={`/schools/${school.id}/staff/joining`}>
          Somebody is joining
        </Link>
      </p>
      <DataTable
        caption={`${lines.length} ${lines.length === 1 ? 'person' : 'people'}`}
        columns={columnsFor(school)}
        rows={lines}
        rowKey={({ stintId }) => stintId}
      />
    </div>
  )
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>['lines'][number]

const columnsFor = ({ id: schoolId, nation }: { id: string; nation: string | null }): Column<Line>[] => [
  { label: 'Name', cell: ({ personId, name }) => <Link to={`/people/${personId}`}>{name}</Link> },
  { label: 'Here as', cell: ({ role, kind }) => labelOf(rolesIn(nation), role) || labelOf(KINDS, kind) },
  { label: 'Since', cell: ({ startedOn }) => longDay(startedOn) },
  { label: 'Last day', cell: lastDay },
  { label: 'Mentor', cell: ({ mentor }) => mentor ?? '–' },
  { label: 'To do', cell: (line) => (line.isMe ? 'This is you' : <ToDo line={line} schoolId={schoolId} />) },
]

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
