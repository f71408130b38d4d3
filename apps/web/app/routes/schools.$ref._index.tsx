import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { KnownThere } from '~/components/known-there.tsx'
import { Notice } from '~/components/notice.tsx'
import { SchoolFacts } from '~/components/school-facts.tsx'
import { Tag } from '~/components/tag.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data?.school.name ?? 'Page not found', 'Schools')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const ref = args.params.ref ?? ''
  const school = await ask(args, (api) => api.school.page({ ref }))
  if (school.id !== ref) throw redirect(`/schools/${school.id}`)
  const [near, led] = await Promise.all([
    ask(args, (api) => api.network.near({ schoolId: school.id })),
    ask(args, (api) => api.network.led()),
  ])
  return { school, near, acting: led.some(({ id }) => id === school.id) }
}

export default function School() {
  const { school, near, acting } = useLoaderData<typeof loader>()
  return (
    <div className="stack-l">
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
        {acting ? (
          <p>
            <Link className="btn quiet" to={`/schools/${school.id}/staff`}>
              Look after the staff of {school.name}
            </Link>
          </p>
        ) : null}
      </header>
      <div className="cols">
        <section className="stack" aria-labelledby="known">
          <h2 id="known">Who you know here</h2>
          <KnownThere {...near} school={school.name} />
        </section>
        <section className="stack" aria-labelledby="facts">
          <h2 id="facts">About the school</h2>
          <SchoolFacts school={school} />
        </section>
      </div>
    </div>
  )
}
