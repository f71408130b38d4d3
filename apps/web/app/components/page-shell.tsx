import { Form, Link, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Shell } from '../shell.ts'
import { JumpLink } from './jump-link.tsx'
import { FlashNote } from './notice.tsx'

type Props = Pick<Shell, 'viewer' | 'demo' | 'flash' | 'formKey'> & { children: ReactNode }

const PLACES = [
  ['/home', 'Home'],
  ['/people', 'People'],
  ['/mentoring', 'Mentoring'],
  ['/more', 'More'],
] as const

/** The frame of every page: a way past it, the name, the ways about, the page itself, and help in the same place. */
export function PageShell({ viewer, demo, flash, formKey, children }: Props) {
  return (
    <>
      <JumpLink to="main" className="skip">
        Skip to main content
      </JumpLink>
      <Header isSignedIn={viewer !== null} />
      {demo ? <DemoBanner name={viewer?.name} /> : null}
      {flash ? <FlashNote flash={flash} formKey={formKey} /> : null}
      <main id="main" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <Footer isSignedIn={viewer !== null} />
    </>
  )
}

function Header({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <header className="top">
      <div className="wrap">
        <Link className="logo" to={isSignedIn ? '/home' : '/'}>
          Wirearchy
        </Link>
        <nav className="nav" aria-label="Main">
          <ul className="plain">
            {isSignedIn ? PLACES.map(([to, name]) => <Place key={to} to={to} name={name} />) : null}
            {isSignedIn ? null : <Place to="/sign-in" name="Sign in" />}
          </ul>
        </nav>
      </div>
    </header>
  )
}

function Place({ to, name }: { to: string; name: string }) {
  return (
    <li>
      <NavLink to={to}>{name}</NavLink>
    </li>
  )
}

function DemoBanner({ name }: { name?: string }) {
  return (
    <section className="banner" aria-label="About this demo">
      <div className="wrap">
        Demo: everyone here is invented. {name ? `You are ${name}. ` : null}
        <a href="/demo">Be someone else</a>
      </div>
    </section>
  )
}

function Footer({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <footer className="foot">
      <nav className="wrap" aria-label="Help and settings">
        <ul className="plain">
          <li>
            <Link to="/help">Help</Link>
          </li>
          <li>
            <Link to="/privacy">Privacy</Link>
          </li>
          <li>
            <Link to="/accessibility">Accessibility</Link>
          </li>
          <li>
            <Link to="/settings/display">Display settings</Link>
          </li>
          {isSignedIn ? <SignOut /> : null}
        </ul>
      </nav>
    </footer>
  )
}

function SignOut() {
  return (
    <li>
      <Form method="post" action="/sign-out" reloadDocument>
        <button type="submit" className="btn-link">
          Sign out
        </button>
      </Form>
    </li>
  )
}
