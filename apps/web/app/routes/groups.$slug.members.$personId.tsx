import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import {
  DeferForm,
  LeadForm,
  ResumeForm,
  StartForm,
  TransferForm,
  VoidForm,
} from '~/components/member-forms.tsx'
import { stretch } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data?.name ?? 'Their time here', args.data?.group.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { slug = '', personId = '' } = args.params
  const chosen = new URL(args.request.url).searchParams.get('do')
  return ask(args, async (api) => ({ ...(await api.group.member({ slug, personId })), chosen }))
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const { slug = '', personId = '' } = args.params
  const { group } = args.context.api
  return attempt(args, async (raw, { aside }) => {
    const whose = { ...raw, slug, personId }
    const done = DONE[aside.do ?? '']
    if (aside.do === 'start') await group.changeStart(whose as never)
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
  start: 'The first day is put right.',
  defer: 'Their time here stops on that day. Their people stay theirs.',
  resume: 'They carry on from that day.',
  transfer: 'They are in the other group from that day, and have been told.',
  lead: 'They run the group with you now, and have been told.',
  void: 'Their membership is taken back, and they have been told.',
}

type Loaded = Awaited<ReturnType<typeof loader>>

export default function Member() {
  const loaded = useLoaderData<typeof loader>()
  const { group, name, personId, times, chosen } = loaded
  const result = useActionData<typeof action>()
  const acts = possible(loaded)
  return (
    <div className="stack">
      <ErrorSummary result={result} />
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
        <Link to={`/people/${personId}`}>Open {name}’s page</Link>
      </p>
      <p>
        <Link to={`/groups/${group.slug}/members/${personId}/same`}>Is {name} here twice?</Link>
      </p>
      <nav aria-label={`What you can change about ${name}’s time`}>
        <ul>
          {acts.map(({ act, says }) => (
            <li key={act}>
              <Link to={`?do=${act}`} aria-current={act === chosen ? 'true' : undefined}>
                {says}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {acts.some(({ act }) => act === chosen) ? <Chosen {...loaded} result={result} /> : null}
    </div>
  )
}

function possible({ canStop, canCarryOn, isLead, otherGroups }: Loaded) {
  const all = [
    { act: 'start', says: 'Put the first day right', may: true },
    { act: 'defer', says: 'Stop for now', may: canStop },
    { act: 'resume', says: 'Carry on', may: canCarryOn },
    { act: 'transfer', says: 'Change to another group of yours', may: canStop && otherGroups.length > 0 },
    { act: 'lead', says: 'Run the group together', may: !isLead },
    { act: 'void', says: 'Here by mistake', may: true },
  ]
  return all.filter(({ may }) => may)
}

function Chosen({ chosen, group, name, times, otherGroups, result }: Loaded & { result: unknown }) {
  const here = { slug: group.slug, called: `${group.name}, ${group.years}` }
  switch (chosen) {
    case 'start':
      return <StartForm result={result} startedOn={times[0]?.startedOn ?? ''} />
    case 'defer':
      return <DeferForm result={result} />
    case 'resume':
      return <ResumeForm result={result} groups={[here, ...otherGroups]} />
    case 'transfer':
      return <TransferForm result={result} groups={otherGroups} />
    case 'lead':
      return <LeadForm result={result} name={name} />
    default:
      return <VoidForm result={result} name={name} />
  }
}

const OUTCOMES: Record<string, string> = {
  completed: 'finished',
  withdrawn: 'left',
  deferred: 'stopped for now',
  transferred: 'changed group',
}
