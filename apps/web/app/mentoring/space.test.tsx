import type { AgreementSeen, Space } from '@wirearchy/domain/space'
import { describe, expect, it } from 'vitest'
import { draw } from '../testing/draw.tsx'
import { MeetingPart } from './meeting-part.tsx'
import type { PairsMeetings } from './meeting-types.ts'
import { AgreementPart } from './space-agreement.tsx'
import { Asked } from './space-asked.tsx'
import { Chapters } from './space-chapters.tsx'
import { TooNear } from './space-limits.tsx'
import { GoalsPart, NotesPart } from './space-parts.tsx'

const base = '/mentoring/m1'
const mo = { name: 'Mo', base }

describe('a space that began with a request', () => {
  const asked = { requestId: 'r1', unit: 'question' as const, ...mo }

  it('leads either of the two back to what was asked', () => {
    expect(draw(<Asked {...asked} side="mentor" />)).toContain('href="/mentoring/requests/r1"')
    expect(draw(<Asked {...asked} side="mentee" />)).toContain('href="/mentoring/mine/r1"')
    expect(draw(<Asked {...asked} requestId={null} side="mentee" />)).toBe('')
  })

  it('says where the answer to one question goes, and says it of nothing else', () => {
    expect(draw(<Asked {...asked} side="mentor" />)).toContain('Answer it in a note for you both')
    expect(draw(<Asked {...asked} unit="call" side="mentor" />)).not.toContain('note')
  })
})

it('tells both when one has come to assess the other, with the way to end it, and says nothing of it otherwise', () => {
  const said = draw(<TooNear isTooNear name="Mo" base={base} />)
  expect(said).toContain('one of you has a say in how the other is assessed')
  expect(said).toContain('href="/mentoring/m1/finish"')
  expect(draw(<TooNear isTooNear={false} name="Mo" base={base} />)).toBe('')
})

describe('what a space says, and says no more once its mentoring has ended', () => {
  const agreement: AgreementSeen = {
    ...{ aims: 'Calmer starts', rhythm: 'weekly', stopping: null, unit: 'call', rev: 1, requestId: null },
    ...{ expectedFinishOn: null, iAgreed: true, theyAgreed: false },
  }
  const agreed = (more: Partial<AgreementSeen>, isOver = true) =>
    draw(
      <AgreementPart
        agreement={{ ...agreement, ...more }}
        name="Mo"
        href={`${base}/agreement`}
        isOver={isOver}
      />,
    )

  it('waits for nobody’s yes any more', () => {
    expect(agreed({}, false)).toContain('Waits for Mo’s yes')
    expect(agreed({})).toContain('Calmer starts')
    expect(agreed({})).not.toContain('Waits')
    expect(agreed({ theyAgreed: true })).toContain('Agreed by you both')
  })

  it('suggests no rhythm for one call, and shows what two wrote down for it all the same', () => {
    expect(agreed({ rev: 0, iAgreed: false }, false)).toContain('One call needs no agreement.')
    expect(agreed({ rev: 0, iAgreed: false, unit: 'year' }, false)).toContain('Every week')
    expect(agreed({}, false)).toContain('Calmer starts')
  })

  it('shows no suggestion that nobody took up', () => {
    expect(agreed({ rev: 0, iAgreed: false })).toBe('')
  })

  it('is silent about meetings, goals and notes that never were', () => {
    const none = { next: null, later: [], past: [], said: [], offered: [], toSay: [], checkIn: null }
    const meetings = {
      mentorshipId: 'm1',
      otherName: 'Mo',
      goesOn: false,
      ...none,
    } as unknown as PairsMeetings
    expect(draw(<MeetingPart {...meetings} />)).toBe('')
    expect(draw(<MeetingPart {...meetings} goesOn />)).toContain('No meeting is booked.')
    const space = {
      goals: [],
      pastGoals: [],
      notes: [],
      side: 'mentee',
      other: { id: 'o', name: 'Mo' },
      isOver: true,
    }
    expect(draw(<GoalsPart space={space as unknown as Space} base={base} />)).toBe('')
    expect(draw(<NotesPart space={space as unknown as Space} base={base} />)).not.toContain('/notes')
  })

  it('began and ended on one day without saying it twice', () => {
    const day = { startedOn: '2026-11-29', finishedOn: '2026-11-29' }
    const chapter = { id: 'm1', kind: 'informal' as const, school: null, ...day, isOver: true, endedBy: null }
    expect(draw(<Chapters chapters={[chapter]} name="Mo" side="mentee" />)).toContain('on 29 November 2026.')
  })
})
