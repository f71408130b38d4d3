import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { AgreedTag } from '~/mentoring/space-agreement.tsx'
import { AgreeForm, AgreementForm, AgreementWords } from '~/mentoring/space-agreement-form.tsx'
import { Limits } from '~/mentoring/space-limits.tsx'
import { isNewer, NewerWords, resultFor } from '~/mentoring/space-newer.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'What you two agree on', 'Mentoring')

/** After a refusal too: what the other has written meanwhile is to be read beside the form. */
export const shouldRevalidate = () => true

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.space.of({ mentorshipId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const mentorshipId = args.params.id ?? ''
  return attempt(args, async (raw, { aside }) => {
    const { space } = args.context.api
    if (aside.agree) {
      await space.agree({ mentorshipId, rev: raw.rev })
      return redirectWith(args, `/mentoring/${mentorshipId}`, { text: 'You both agree.' })
    }
    const words = raw as Parameters<typeof space.saveAgreement>[0]
    await space.saveAgreement({ ...words, mentorshipId })
    return redirectWith(args, `/mentoring/${mentorshipId}`, { text: 'Saved, with your yes.' })
  })
}

export default function Agreement() {
  const { agreement, other, mentorshipId, isOver } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { iAgreed, theyAgreed, rev } = agreement
  const mayAgree = !isOver && !iAgreed && theyAgreed && !isNewer(result, rev)
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>What you and {other.name} agree on</h1>
      <p>
        <AgreedTag {...agreement} name={other.name} />
      </p>
      <MentoringPromise />
      <Limits isOpen />
      <NewerWords result={result} rev={rev} title={`What ${other.name} saved meanwhile`}>
        <AgreementWords agreement={agreement} />
      </NewerWords>
      {isOver ? <AgreementWords agreement={agreement} /> : null}
      {mayAgree ? <AgreeForm agreement={agreement} name={other.name} /> : null}
      {isOver ? null : (
        <AgreementForm agreement={agreement} result={resultFor(result, 'aims')} isChange={mayAgree} />
      )}
      <p>
        <Link to={`/mentoring/${mentorshipId}`}>Back to you and {other.name}</Link>
      </p>
    </div>
  )
}
