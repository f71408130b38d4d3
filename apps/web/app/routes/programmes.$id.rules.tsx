import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Fixes } from '~/mentoring/programme-fixes.tsx'
import { RulesForm } from '~/mentoring/programme-rules.tsx'
import { PairsPromise } from '~/mentoring/promise.tsx'
import { resultFor } from '~/mentoring/space-newer.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Rules', args.data?.programme.name ?? 'Programme')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const programmeId = args.params.id ?? ''
  return ask(args, (api) => api.programme.rules({ programmeId }))
}

export async function action(args: ActionFunctionArgs) {
  const programmeId = args.params.id ?? ''
  const here = `/programmes/${programmeId}/rules`
  return attempt(args, async (raw, { aside }) => {
    const { programme } = args.context.api
    if (aside.lift) {
      await programme.liftFix({ programmeId, fixId: aside.lift })
      return redirectWith(args, here, { text: 'Taken back, from the next run on.' })
    }
    if (aside.do === 'fix') {
      await programme.addFix({ ...(raw as Parameters<typeof programme.addFix>[0]), programmeId })
      return redirectWith(args, here, { text: 'Kept, from the next run on.' })
    }
    await programme.saveRules({ ...(raw as Parameters<typeof programme.saveRules>[0]), programmeId })
    return redirectWith(args, `/programmes/${programmeId}`, { text: 'Saved, from the next run on.' })
  })
}

export default function ProgrammeRules() {
  const { programme, isOpen, rules, weights, fixes, mentees, mentors } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <div className="stack">
        <ErrorSummary result={result} />
        <h1>Rules of “{programme.name}”</h1>
        <PairsPromise />
        <p>
          These always hold, whatever you choose: blocks, and the private lists on which people say with whom
          they are never to be put together. You are not told of either.
        </p>
      </div>
      {isOpen ? (
        <RulesForm rules={rules} weights={weights} result={resultFor(result, 'most')} />
      ) : (
        <p>This programme is finished.</p>
      )}
      <Fixes
        fixes={fixes}
        mentees={mentees}
        mentors={mentors}
        isOpen={isOpen}
        result={resultFor(result, 'menteeId')}
      />
      <p>
        <Link to={`/programmes/${programme.id}`}>Back to the programme</Link>
      </p>
    </div>
  )
}
