import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Tag } from '~/components/tag.tsx'
import { longDay } from '~/dates.ts'
import { UNIT_NAMES } from '~/mentoring/offer-words.ts'
import { LeadPart } from '~/mentoring/programme-lead.tsx'
import { MyPart } from '~/mentoring/programme-mine.tsx'
import { STATE_WORDS } from '~/mentoring/programme-words.ts'
import { PairsPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data?.programme.name ?? 'Programme', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const programmeId = args.params.id ?? ''
  return ask(args, (api) => api.programme.page({ programmeId }))
}

export async function action(args: ActionFunctionArgs) {
  const programmeId = args.params.id ?? ''
  const here = `/programmes/${programmeId}`
  return attempt(args, async (raw, { aside }) => {
    const { programme } = args.context.api
    const id = { programmeId }
    if (aside.do === 'leave') {
      await programme.leave(id)
      return redirectWith(args, '/home', { text: 'You are not in it any more. Nobody is told why.' })
    }
    if (aside.do === 'join') {
      await programme.join({ ...raw, ...id })
      return redirectWith(args, here, { text: 'Saved. You are in.' })
    }
    if (aside.do === 'wishes') {
      const { wishesUntil } = await programme.openWishes({ ...raw, ...id })
      return redirectWith(args, here, { text: `Everybody in it may wish until ${longDay(wishesUntil)}.` })
    }
    if (aside.do === 'close') {
      await programme.close(id)
      return redirectWith(args, here, { text: 'It is closed. Nothing was published.' })
    }
    const { no } = await programme.match(id)
    return redirectWith(args, `${here}/runs/${no}`, {
      text: 'Matched. Nobody hears of it before you publish.',
    })
  })
}

export default function Programme() {
  const { programme, canWish, mine, pairs, lead } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { name, unit, state, startsOn, home, wishesUntil } = programme
  return (
    <div className="stack-l">
      <div className="stack">
        <ErrorSummary result={result} />
        <h1>{name}</h1>
        <p>
          <Tag>{STATE_WORDS[state]}</Tag> {UNIT_NAMES[unit]}, {home}
          {startsOn ? `, from ${longDay(startsOn)}` : ''}
        </p>
        <PairsPromise />
      </div>
      {mine ? (
        <MyPart programme={programme} mine={mine} pairs={pairs} canWish={canWish} result={result} />
      ) : null}
      {lead ? <LeadPart programme={programme} lead={lead} wishesUntil={wishesUntil} result={result} /> : null}
    </div>
  )
}
