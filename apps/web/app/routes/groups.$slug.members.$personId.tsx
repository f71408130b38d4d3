import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { DeferForm, LeadForm, ResumeForm, TransferForm, VoidForm } from '~/components/member-forms.tsx'
import { stretch } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data?.name ?? 'Their time here', args.data?.group.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { slug = '', personId = '' } = args.params
  return ask(args, (api) => api.group.member({ slug, personId }))
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const { slug = '', personId = '' } = args.params
  const { group } = args.context.api
  return attempt(args, async (raw, { aside }) => {
    const whose = { ...raw, slug, personId }
    const done = DONE[aside.do ?? '']
    if (aside.do === 'defer') await group.defer(whose as never)
    if (aside.do === 'resume')
      await group.resume({ startedOn: raw.startedOn, slug: raw.toSlug ?? slug, personId })
    if (aside.do === 'transfer') await group.transfer(whose as never)
    if (aside.do === 'lead') await group.makeLead(whose)
    if (aside.do === 'void') await group.voidMembership(whose as never)
    return redirectWith(args, `/groups/${slug}/members`, { text: done ?? 'Nothing has changed.' })
  })
}

const DONE: Record<string, string> = {
  defer: 'Their time here stops on that day. Their people stay theirs.',
  resume: 'They carry on from that day.',
  transfer: 'They are in the other group from that day, and have been told.',
  lead: 'They run the group with you now, and have been told.',
  void: 'Their membership is taken back, and they have been told.',
}

export default function Member() {
  const { group, name, personId, times, canStop, canCarryOn, isLead, otherGroups } =
    useLoaderData<typeof loader>()
  const here = { slug: group.slug, called: `${group.name}, ${group.years}` }
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <div className="stack">
        <p>
          <Link to={`/groups/${group.slug}/members`}>
            {group.name}, {group.years}
          </Link>
        </p>
        <h1>{name}’s time here</h1>
        <ul>
          {times.map(({ id, startedOn, finishedOn, outcome }) => (
            <li key={id}>
              {stretch(startedOn, finishedOn)}
              {outcome ? ` (${OUTCOMES[outcome] ?? outcome})` : ''}
            </li>
          ))}
        </ul>
        <p>
          Whatever you change, the people they were here with stay tied to them.{' '}
          <Link to={`/people/${personId}`}>Open {name}’s page</Link>
        </p>
      </div>
      {canStop ? <DeferForm result={result} /> : null}
      {canCarryOn ? <ResumeForm result={result} groups={[here, ...otherGroups]} /> : null}
      {canStop && otherGroups.length > 0 ? <TransferForm result={result} groups={otherGroups} /> : null}
      {isLead ? <p>{name} runs the group, too.</p> : <LeadForm result={result} name={name} />}
      <VoidForm result={result} name={name} />
    </div>
  )
}

const OUTCOMES: Record<string, string> = {
  completed: 'finished',
  withdrawn: 'left',
  deferred: 'stopped for now',
  transferred: 'changed group',
}
