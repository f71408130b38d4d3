import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith } from '~/attempt.server.ts'
import { ClosedLink } from '~/components/closed-link.tsx'
import { DateInput } from '~/components/date-input.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { Select } from '~/components/select.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { ukDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Join', args.data?.page.group?.name)

/** The code is in the address: no other site gets to see it. */
export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.code ?? ''
  const { viewer } = args.context
  return ask(args, async (api) => {
    const page = await api.group.linkPage({ code })
    const mine = viewer && page.state === 'open' && !page.isIn ? await api.group.mine() : []
    const deferred = mine.filter(({ canResume }) => canResume)
    const loaded = { page, code, isSignedIn: viewer !== null, deferred }
    return data(loaded, { status: page.state === 'open' ? 200 : page.state === 'unknown' ? 404 : 410 })
  })
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    const { slug } = await args.context.api.group.join({ ...raw, code: args.params.code ?? '' })
    return redirectWith(args, `/groups/${slug}`, { text: 'You’re in. These are the people you train with.' })
  })
}

type Loaded = Awaited<ReturnType<typeof loader>>['data']
type Open = Extract<Loaded['page'], { state: 'open' }>

export default function Join() {
  const loaded = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { page } = loaded
  if (page.state !== 'open') return <ClosedLink {...page} />
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>
        Join {page.group.name}, {page.group.years}
      </h1>
      <About {...page} />
      <Way {...loaded} page={page} result={result} />
      <HouseRules />
    </div>
  )
}

function About({ group, madeBy, howMany, firstNames, expiresAt }: Open) {
  return (
    <>
      {group.provider && group.provider !== group.name ? <p>A training group of {group.provider}.</p> : null}
      <p>
        {madeBy} made this link; it works until {ukDay(expiresAt)}. {whoIsIn(howMany, firstNames)}
      </p>
    </>
  )
}

function whoIsIn(howMany: number, firstNames: string[]) {
  if (howMany === 0) return 'You’d be the first – good, the others will find you.'
  const count = howMany === 1 ? 'One person is in' : `${howMany} people are in`
  return firstNames.length > 0 ? `${count}, among them ${list.format(firstNames)}.` : `${count}.`
}
const list = new Intl.ListFormat('en-GB')

function Way({ page, code, isSignedIn, deferred, result }: Loaded & { page: Open; result: unknown }) {
  const to = page.isIn ? `/groups/${page.slug}` : `/join/${code}/you`
  if (page.isIn || !isSignedIn)
    return (
      <p>
        <Link className="btn" to={to}>
          {page.isIn ? 'You’re in already: open the group' : 'Join this training group'}
        </Link>
      </p>
    )
  return (
    <PostForm result={result}>
      {deferred.length > 0 ? (
        <Select
          name="resumesId"
          label="Are you carrying on after a break?"
          hint="The people of before stay yours either way."
          options={deferred.map(({ membershipId, name, years }) => ({
            value: membershipId ?? '',
            label: `Yes, from ${name}, ${years}`,
          }))}
          blank="No, I am new here"
        />
      ) : null}
      <details>
        <summary>I started later than the course did</summary>
        <DateInput name="startedOn" legend="Your first day" hint="For example 6 1 2027" />
      </details>
      <SubmitButton pending="Joining…">Join this training group</SubmitButton>
    </PostForm>
  )
}

function HouseRules() {
  return (
    <div className="stack">
      <h2>What the others will see</h2>
      <p>
        Your name, and what you choose to say of your stage and subject. Never your e-mail address. Where you
        teach is yours to show or keep.
      </p>
      <h2>How we are with each other</h2>
      <ul>
        <li>Kind first, also when we disagree.</li>
        <li>Never a pupil’s name, or anything that points to one.</li>
        <li>This is not part of anybody’s assessment. It stays yours when the course is over.</li>
      </ul>
    </div>
  )
}
