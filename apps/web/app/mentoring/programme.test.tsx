import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draw } from '../testing/draw.tsx'
import { figureRows } from './programme-figures.tsx'
import { type Lead, LeadPart } from './programme-lead.tsx'
import { MyPart } from './programme-mine.tsx'
import { Publish } from './programme-publish.tsx'
import { ProgrammeWays } from './programme-ways.tsx'

const side = { asked: 5, joined: 5, places: 6 }
const lead: Lead = { mentees: side, mentors: side, next: 'nothing', runs: [] }
const programme = {
  id: 'p1',
  state: 'published',
  slug: 'leeds',
  schoolId: null,
  home: 'Leeds',
  wishesUntil: null,
}
const drawLead = (state: string, next: Lead['next']) =>
  draw(
    <LeadPart programme={{ ...programme, state }} lead={{ ...lead, next }} wishesUntil={null} result={{}} />,
  )

describe('a programme, for whoever runs it', () => {
  it('leads to how its pairs stand once it is published, and offers nothing to change', () => {
    const html = drawLead('published', 'nothing')
    expect(html).toContain('href="/coordination/p1"')
    expect(html).not.toContain('Change')
  })

  it('says that nobody was put together when it was closed', () => {
    const html = drawLead('closed', 'nothing')
    expect(html).toContain('nobody was put together')
    expect(html).not.toContain('/coordination/')
  })

  it('may be changed while it is open', () => {
    expect(drawLead('open', 'match')).toContain('href="/programmes/p1/rules"')
  })

  it('speaks of nobody who goes without when nobody does', () => {
    const last = { pairs: 5, since: { left: 0, joined: 0 }, here: '/programmes/p1', startsOn: null }
    const publish = (others: number) => draw(<Publish {...last} others={others} />)
    expect(publish(0)).not.toContain('nobody this time')
    expect(publish(2)).toContain('2 mentees hear that there was nobody this time')
  })

  it('never says that a run took no time', () => {
    const figures = {
      ...{ mentees: 5, mentors: 3, places: 6, matched: 5, unmatched: 0, freePlaces: 1 },
      ms: 3,
    }
    const none = {
      ...{ blockingPairs: 0, held: 0, byHand: 0, wished: null },
      firstChoice: null,
      secondChoice: null,
      thirdChoice: null,
    }
    const time = (ms: number) => figureRows({ ...figures, ...none, ms }).find(({ label }) => label === 'Time')
    expect(time(3)?.value).toBe('Less than a tenth of a second')
    expect(time(2340)?.value).toBe('2.3 seconds')
  })

  it('is reached from mentoring, and so is the board of its pairs', () => {
    const led = [{ id: 'p1', name: 'First year', state: 'published' as const }]
    expect(draw(<ProgrammeWays mine={[]} led={led} looksAfter />)).toContain('href="/programmes/p1"')
    expect(draw(<ProgrammeWays mine={[]} led={[]} looksAfter />)).toContain('href="/coordination"')
    expect(draw(<ProgrammeWays mine={[]} led={[]} looksAfter={false} />)).toBe('')
  })
})

describe('a programme, for whoever is in it', () => {
  const mine = {
    side: 'mentor',
    places: 2,
    subject: null,
    department: null,
    town: null,
    hasJoined: true,
    saidNo: false,
  } as const
  const drawMine = (result: unknown) =>
    draw(
      <MyPart
        programme={{ ...programme, state: 'open' }}
        mine={mine}
        pairs={[]}
        canWish={false}
        result={result}
      />,
    )

  it('shows what was refused of what they said of themselves, and keeps it folded away until then', () => {
    const errors = { places: 'Choose how many people you would mentor, from 1 to 20.' }
    expect(drawMine({ errors, values: { subject: 'Physics', places: '99' } })).toContain('<details open=""')
    expect(drawMine(undefined)).toContain('<details><summary>')
  })
})

describe('pages that whoever runs a programme reads', () => {
  const routes = join(import.meta.dirname, '..', 'routes')
  const read = readdirSync(routes).filter((name) => /^(coordination|programmes)\..*\.tsx$/.test(name))
  const wording = (name: string) =>
    /\b(Mentoring|Pairs)Promise\b/.exec(readFileSync(join(routes, name), 'utf8'))?.[0]

  it('promise no more than is true of them: what is on such a page, somebody at a school may read', () => {
    const saying = read.filter((name) => wording(name))
    expect(saying.length).toBeGreaterThan(6)
    expect(saying.filter((name) => wording(name) === 'MentoringPromise')).toEqual([
      'programmes.$id.wishes.tsx',
    ])
  })
})
