import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { AsOf } from '~/components/as-of.tsx'
import { KnownThere } from '~/components/known-there.tsx'
import { Notice } from '~/components/notice.tsx'
import { SchoolFacts } from '~/components/school-facts.tsx'
import { SchoolKin } from '~/components/school-kin.tsx'
import { Tag } from '~/components/tag.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { askAsOf } from '~/past.server.ts'
import { hrefOn } from '~/past.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data?.school.name ?? 'Page not found', 'Schools')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const ref = args.params.ref ?? ''
  const school = await ask(args, (api) => api.school.page({ ref }))
  if (school.id !== ref) throw redirect(`/schools/${school.id}${new URL(args.request.url).search}`)
  const [{ answer: near, past }, led] = await Promise.all([
    askAsOf(args, (api, asOf) => api.network.near({ schoolId: school.id, asOf })),
    ask(args, (api) => api.network.led()),
  ])
  return { school, near, past, acting: led.some(({ id }) => id === school.id) }
}

export default function School() {
  const { school, near, past, acting } = useLoaderData<typeof loader>()
  return (
    <div className="stack-l">
      <AsOf past={past}>
        <header className="stack">
          <h1>
            {school.name} {school.status === 'closed' ? <Tag kind="warn">Closed</Tag> : null}
          </h1>
          {school.kind === 'pending' ? (
            <Notice>Somebody added this school by name. It is not in the register yet.</Notice>
          ) : null}
          {school.closesOn ? (
            <Notice kind="warn">
              The register says that this school is to close on {longDay(school.closesOn)}.
            </Notice>
          ) : null}
          <SchoolKin school={school} />
          {acting ? (
            <p>
              <Link className="btn quiet" to={hrefOn(`/schools/${school.id}/staff`, past.on)}>
                Look after the staff of {school.name}
              </Link>
            </p>
          ) : null}
        </header>
        <div className="cols">
          <section className="stack" aria-labelledby="known">
            <h2 id="known">{past.on ? 'Who you knew here that day' : 'Who you know here'}</h2>
            <KnownThere {...near} school={school.name} />
          </section>
          <section className="stack" aria-labelledby="facts">
            <h2 id="facts">{past.on ? 'About the school today' : 'About the school'}</h2>
            <SchoolFacts school={school} />
          </section>
        </div>
      </AsOf>
    </div>
  )
}
