import { describe, expect, it } from 'vitest'
import { draw } from '../testing/draw.tsx'
import { Avatar } from './avatar.tsx'
import { ConfirmPage } from './confirm-page.tsx'
import { DataTable } from './data-table.tsx'
import { ErrorPage } from './error-page.tsx'
import { PageShell } from './page-shell.tsx'
import { Pager } from './pager.tsx'
import { PersonCard } from './person-card.tsx'
import { ShareSheet } from './share-sheet.tsx'
import { SummaryList } from './summary-list.tsx'
import { TodoList } from './todo-list.tsx'

const asha = { id: '1', name: 'Asha Patel' }
const frame = { viewer: asha, demo: false, flash: null, formKey: 'k' }

describe('the frame of a page', () => {
  it('starts with a way past it and says where one is', () => {
    const html = draw(<PageShell {...frame}>x</PageShell>, {}, '/people/0190')
    expect(html.indexOf('Skip to main content')).toBeLessThan(html.indexOf('<header'))
    expect(html).toMatch(/<a [^>]*href="\/people"[^>]*>People/)
    expect(html.match(/aria-current="page"/g)).toHaveLength(1)
    expect(html).toMatch(/aria-current="page"[^>]*href="\/people"/)
    expect(html).toContain('<main id="main" tabindex="-1">')
  })

  it('shows the pages of a programme and of its pairs under mentoring', () => {
    for (const path of ['/mentoring', '/mentoring/ask', '/programmes/0190/rules', '/coordination']) {
      const html = draw(<PageShell {...frame}>x</PageShell>, {}, path)
      expect(html).toMatch(/aria-current="page"[^>]*href="\/mentoring"/)
    }
    expect(draw(<PageShell {...frame}>x</PageShell>, {}, '/homework')).not.toContain('aria-current')
  })

  it('offers a visitor to sign in, and nothing that needs it', () => {
    const html = draw(
      <PageShell {...frame} viewer={null}>
        x
      </PageShell>,
    )
    expect(html).toContain('href="/sign-in"')
    expect(html).not.toContain('href="/people"')
    expect(html).not.toContain('Sign out')
  })

  it('says that a demo is one, and who one is in it', () => {
    expect(
      draw(
        <PageShell {...frame} demo>
          x
        </PageShell>,
      ),
    ).toContain('You are Asha Patel.')
    expect(draw(<PageShell {...frame}>x</PageShell>)).not.toContain('Demo')
  })

  it('says what was just done and offers to undo it', () => {
    const flash = {
      text: 'Your new school is saved.',
      undo: { action: '/moving/undo', fields: { moveId: 'm1' } },
    }
    const html = draw(
      <PageShell {...frame} flash={flash}>
        x
      </PageShell>,
    )
    expect(html).toContain('role="status"')
    expect(html).toMatch(/<form method="post" action="\/moving\/undo"/)
    expect(html).toContain('<input type="hidden" name="moveId" value="m1"/>')
    expect(html).toContain('<input type="hidden" name="_key" value="k"/>')
  })

  it('has help in the same place on every page', () => {
    const html = draw(<PageShell {...frame}>x</PageShell>)
    const places = ['/help', '/privacy', '/accessibility', '/settings/display'].map((to) =>
      html.indexOf(`href="${to}"`),
    )
    expect(places.every((place) => place > html.indexOf('<footer'))).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })
})

describe('an error page', () => {
  it('is the same for what is not there and what may not be seen', () => {
    const pages = [404, 403, 405].map((status) =>
      draw(<ErrorPage error={{ status, data: `secret ${status}` }} />),
    )
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toContain('Page not found')
  })

  it('gives a number to quote when it was our fault, and no word of the fault', () => {
    const html = draw(<ErrorPage error={new Error('SQLITE_BUSY at store.ts:12')} />)
    expect(html).toContain('Sorry, there is a problem with the service')
    expect(html).toContain('request-1')
    expect(html).not.toContain('SQLITE')
  })

  it('asks to wait when we are busy', () => {
    expect(draw(<ErrorPage error={{ status: 503 }} />)).toContain('Try again in a minute')
  })
})

describe('a person in a list', () => {
  it('comes with the reason, and a link only where there is a page', () => {
    const card = draw(
      <PersonCard name="Siân Price" href="/people/1" why="trained together" about="Physics" />,
    )
    expect(card).toContain('href="/people/1"')
    expect(card).toContain('trained together')
    expect(draw(<PersonCard name="Siân Price" />)).not.toContain('<a')
  })

  it('has initials for the eye only', () => {
    expect(draw(<Avatar name="Siân Price" />)).toBe('<span class="avatar" aria-hidden="true">SP</span>')
  })
})

it('shows five things to do at most', () => {
  const todos = Array.from({ length: 8 }, (_, index) => ({
    id: `${index}`,
    text: `thing ${index}`,
    action: 'Do it',
  }))
  expect(draw(<TodoList todos={todos} />).match(/<li>/g)).toHaveLength(5)
})

it('links to a change say what they change', () => {
  const html = draw(
    <SummaryList rows={[{ label: 'New school', value: 'Moorside', changeHref: '/moving' }]} />,
  )
  expect(html).toContain('Change<span class="visually-hidden"> new school</span>')
})

it('a table names its rows, its columns and itself, and labels each cell for phones', () => {
  const columns = [
    {
      label: 'Name',
      cell: (row: { name: string }) => row.name,
      sortHref: '?by=name',
      sorted: 'ascending' as const,
    },
    { label: 'Seat', cell: () => 'Taken' },
  ]
  const html = draw(
    <DataTable
      caption="Seats"
      columns={columns}
      rows={[{ name: 'Zoë' }]}
      rowKey={({ name }) => name}
      csvHref="/seats.csv"
    />,
  )
  expect(html).toContain('<caption>Seats</caption>')
  expect(html).toContain('<th scope="col" aria-sort="ascending">')
  expect(html).toContain('<th scope="row">Zoë</th><td data-label="Seat">Taken</td>')
  expect(html).toContain('href="/seats.csv"')
})

it('a pager leads both ways, and is not there for one page', () => {
  const hrefFor = (page: number) => `/people?page=${page}`
  const html = draw(<Pager page={2} pages={3} hrefFor={hrefFor} />)
  expect(html).toContain('/people?page=1')
  expect(html).toContain('/people?page=3')
  expect(html).toContain('Page 2 of 3')
  expect(draw(<Pager page={1} pages={1} hrefFor={hrefFor} />)).toBe('')
})

it('a link can be read, scanned and sent without JavaScript, and no button does nothing', () => {
  const html = draw(
    <ShareSheet
      link="https://w.example/join/K7&x"
      label="Link to join"
      text="Join us"
      qr={{ size: 3, path: 'M0 0h1v1h-1z' }}
    />,
  )
  expect(html).toMatch(
    /<input id="[^"]+" type="text" readonly="" value="https:\/\/w\.example\/join\/K7&amp;x"/i,
  )
  expect(html).toContain('aria-label="QR code: Link to join"')
  expect(html).toContain(`https://wa.me/?text=${encodeURIComponent('Join us https://w.example/join/K7&x')}`)
  expect(html).not.toContain('<button')
})

it('asks once more on a page of its own, naming the thing', () => {
  const html = draw(
    <ConfirmPage
      title="End your connection with Siân?"
      confirm="End the connection"
      cancelHref="/people/1"
      isDangerous
      fields={{ id: '1' }}
    >
      <p>You stay tied by your training group.</p>
    </ConfirmPage>,
  )
  expect(html).toContain('<h1>End your connection with Siân?</h1>')
  expect(html).toContain('class="btn danger"')
  expect(html).toContain('<input type="hidden" name="id" value="1"/>')
  expect(html).toContain('href="/people/1"')
})
