import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt, notFound } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Notice } from '~/components/notice.tsx'
import { ShareSheet } from '~/components/share-sheet.tsx'
import { EveryField } from '~/gallery/form-states.tsx'
import { Lists } from '~/gallery/list-states.tsx'
import { someone } from '~/gallery/network-people.ts'
import { pageTitle } from '~/page-title.ts'
import { Network } from '~/pictures/network.tsx'
import { Threads } from '~/pictures/threads.tsx'
import { qrOf } from '~/qr.server.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Every component in every state', 'Demo')

const LINK = 'https://wirearchy.example/join/K7Q2-9FXD'

export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.demo) throw notFound()
  return { qr: qrOf(LINK) }
}

/** Refuses everything, to show how a refusal looks; a wrong date adds its own sentence. */
export async function action(args: ActionFunctionArgs) {
  if (!args.context.demo) throw notFound()
  return attempt(args, async () => {
    throw Object.assign(new Error(), { issues: REFUSALS })
  })
}

export default function States() {
  const { qr } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <h1>Every component in every state</h1>
      <section className="stack" aria-labelledby="forms">
        <h2 id="forms">Forms</h2>
        <p>Send it empty to see it refused.</p>
        <EveryField result={result} />
      </section>
      <section className="stack" aria-labelledby="notices">
        <h2 id="notices">Notices</h2>
        <Notice>Your school cannot read this.</Notice>
        <Notice kind="ok">Your new school is saved.</Notice>
        <Notice kind="warn">Your school address stops on 31 August 2027. Add one of your own.</Notice>
      </section>
      <section className="stack" aria-labelledby="lists">
        <h2 id="lists">Lists</h2>
        <Lists />
      </section>
      <section className="stack" aria-labelledby="sharing">
        <h2 id="sharing">Sharing</h2>
        <ShareSheet
          link={LINK}
          label="Link to join Leeds PGCE Physics"
          text="Join our training group"
          qr={qr}
          limits="Works until 1 December 2026, 26 times."
        />
      </section>
      <Pictures />
    </div>
  )
}

function Pictures() {
  const few = [
    ...someone('group', 5),
    ...someone('mentoring', 1),
    ...someone('school', 2),
    ...someone('connection', 1),
  ]
  return (
    <section className="stack" aria-labelledby="pictures">
      <h2 id="pictures">Pictures</h2>
      <Network you="Asha Patel" people={few} />
      <Network
        you="Asha Patel"
        people={[...someone('group', 47), ...someone('school', 30)]}
        folded={COUNTED}
      />
      <Threads
        rows={LIVES}
        today="2026-11-24"
        caption="Two people who trained together, and one who works at two schools."
      />
    </section>
  )
}

const TRAINING = { where: 'Leeds PGCE Physics', kind: 'group' as const, from: '2024-09-01', to: '2025-07-18' }
const at = (where: string, from: string, to?: string) => ({ where, kind: 'school' as const, from, to })

const LIVES = [
  { id: 'asha', name: 'Asha Patel', spans: [TRAINING, at('Moorside High', '2025-09-01')] },
  {
    id: 'zoe',
    name: 'Zoë Nguyễn',
    spans: [TRAINING, at('Park Lane', '2025-09-01'), at('St Hild’s', '2026-01-05')],
  },
  {
    id: 'sukarno',
    name: 'Sukarno',
    spans: [at('Lagan Grammar School, Belfast', '2023-09-01', '2023-12-20')],
  },
]

const COUNTED = [{ kind: 'school' as const, from: 'Lagan Grammar', count: 12 }]

const REFUSALS = [
  { path: ['name'], message: 'Write the name people should see.' },
  { path: ['email'], message: 'Write an e-mail address like name@example.org.' },
  { path: ['school'], message: 'Write the name, town or postcode of your school.' },
  { path: ['startedOn'], message: 'Write the day you start, for example 1 9 2027.' },
  { path: ['stage'], message: 'Choose a stage.' },
  { path: ['pattern'], message: 'Choose how much you work.' },
  { path: ['tell'], message: 'Choose who may know.' },
  { path: ['shared'], message: 'Say whether this computer is shared.' },
]
