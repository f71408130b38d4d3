import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { LinkCard } from '~/components/link-card.tsx'
import { LinkForm } from '~/components/link-form.tsx'
import { PastLinks } from '~/components/past-links.tsx'
import { pageTitle } from '~/page-title.ts'
import { qrOf } from '~/qr.server.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Let people in', args.data?.group.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  return ask(args, async (api) => {
    const [{ name, years, seats }, links] = [await api.group.page({ slug }), await api.group.links({ slug })]
    const drawn = links.map((link) => ({ ...link, qr: link.state === 'open' ? qrOf(link.url) : null }))
    return { group: { slug, name, years, seats }, links: drawn }
  })
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  return attempt(args, async (raw, { aside }) => {
    const here = `/groups/${slug}/invite`
    if (aside.withdraw) {
      await args.context.api.group.revokeLink({ slug, linkId: aside.withdraw })
      return redirectWith(args, here, { text: 'The link is withdrawn. Those who joined by it stay.' })
    }
    await args.context.api.group.makeLink({ ...raw, slug })
    return redirectWith(args, here, { text: 'The link works now.' })
  })
}

export default function Invite() {
  const { group, links } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const open = links.filter(({ state }) => state === 'open')
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <div className="stack">
        <p>
          <Link to={`/groups/${group.slug}`}>
            {group.name}, {group.years}
          </Link>
        </p>
        <h1>Let people in</h1>
        <p>
          Show the QR code on the last slide, or send the link. Whoever has it can join, so send it to your
          group only.
        </p>
      </div>
      {open.map((link) => (
        <LinkCard key={link.id} link={link} group={group} />
      ))}
      <LinkForm result={result} isFirst={open.length === 0} />
      <PastLinks links={links.filter(({ state }) => state !== 'open')} />
    </div>
  )
}
