import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ask, notFound, signedIn } from '~/attempt.server.ts'
import { ukDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { qrOf } from '~/qr.server.ts'

export const handle = { hydrate: false }

export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, 'Poster', args.data?.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { slug = '', linkId } = args.params
  return ask(args, async (api) => {
    const [{ name, years }, links] = [await api.group.page({ slug }), await api.group.links({ slug })]
    const link = links.find(({ id, state }) => id === linkId && state === 'open')
    if (!link) throw notFound()
    return { slug, name, years, link, qr: qrOf(link.url) }
  })
}

/** One sheet of A4 for the wall; the print styles leave out everything around it. */
export default function Poster() {
  const { slug, name, years, link, qr } = useLoaderData<typeof loader>()
  return (
    <div className="poster">
      <h1>
        {name}, {years}
      </h1>
      <p className="lead">Stay in touch with the people you train with, wherever you teach.</p>
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label="QR code to join"
        shapeRendering="crispEdges"
      >
        <path d={qr.path} />
      </svg>
      <p className="lead">Point your phone’s camera here</p>
      <p>
        or open <strong className="code">{new URL(link.url).host}/join/</strong>
        <strong className="code">{inThrees(link.code)}</strong>
      </p>
      <p>
        Use a personal address: you will lose the university one. The link works until {ukDay(link.expiresAt)}
        .
      </p>
      <p className="screen-only">
        Print this page with your browser. <Link to={`/groups/${slug}/invite`}>Back to the links</Link>
      </p>
    </div>
  )
}

/** A code that can be copied by hand: three letters at a time. */
const inThrees = (code: string) => code.replace(/(.{3})(?=.)/g, '$1-')
