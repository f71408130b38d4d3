import type { MetaFunction } from '@remix-run/react'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Privacy')
export const handle = { hydrate: false }

export default function Privacy() {
  return (
    <div className="stack-l">
      <h1>Privacy</h1>
      <section className="stack">
        <h2>What we keep</h2>
        <ul>
          <li>your name, your e-mail addresses and what you choose to say about yourself</li>
          <li>where you trained and taught, with dates, as you or your school told us</li>
          <li>whom you are tied to, and why</li>
          <li>a record of each change: who made it and when</li>
        </ul>
        <p>We ask for nothing about your pupils. Never name a pupil here.</p>
      </section>
      <section className="stack">
        <h2>Who sees it</h2>
        <p>
          Your name, stage and subject: the people you are tied to and your training groups. Where you teach
          now: the people you are tied to, if you agree when we ask. Where you taught before, and your
          connections: only you, until you say otherwise. Your addresses: nobody.
        </p>
        <p>
          A school sees you from your first day there to the end of your last. It never sees your connections
          elsewhere.
        </p>
      </section>
      <section className="stack">
        <h2>Cookies</h2>
        <p>
          Three, all needed: one keeps you signed in, one remembers your display settings, one carries a short
          message to the next page. We use no analytics and no advertising, and no other company’s code runs
          on these pages.
        </p>
      </section>
      <section className="stack">
        <h2>History</h2>
        <p>
          Times at schools and in groups are kept as history even after they end, so that you can prove them
          and find people again. You can have your words and details removed; the dates stay without your
          name.
        </p>
      </section>
    </div>
  )
}
