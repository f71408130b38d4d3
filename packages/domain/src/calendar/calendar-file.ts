import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'

/** Something with a time, as a calendar is told of it. Its words stand in other people's calendars: keep them neutral. */
export interface CalendarEvent {
  id: string
  /** Rises with each change; a calendar keeps the highest it has seen. */
  sequence: number
  startsAt: number
  endsAt: number
  isCancelled: boolean
  summary: string
  description?: string
  place?: string | null
  /** The page about it. */
  url?: string
}

interface CalendarOptions {
  /** An invitation, the taking back of one, or a list to look at. */
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  /** The product's own address and the time of writing: the same events at the same time give the same file. */
  origin: string
  now: number
  /** What a calendar calls the list. */
  name?: string
  /** Whose invitation it is, by their own address. */
  reader?: string
}

const TWELVE_HOURS = 43_200

/** Events as an iCalendar file (RFC 5545, RFC 5546), every time in UTC, so that no reader needs our rules for clocks. */
export function calendarFile(events: CalendarEvent[], options: CalendarOptions): string {
  const { method, name } = options
  const file = ical({
    prodId: { company: 'Wirearchy', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod[method],
    events: events.map((event) => asEvent(event, options)),
    ...(name ? { name, ttl: TWELVE_HOURS } : {}),
  })
  return `${file.toString()}\r\n`
}

function asEvent(event: CalendarEvent, { origin, now, reader }: CalendarOptions): ICalEventData {
  const { id, sequence, startsAt, endsAt, isCancelled, summary, description, place, url } = event
  const host = new URL(origin).hostname
  return {
    ...{ id: `${id}@${host}`, sequence, summary, class: ICalEventClass.PRIVATE, stamp: new Date(now) },
    ...{ start: new Date(startsAt), end: new Date(endsAt) },
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: 'Wirearchy', email: `calendar@${host}` },
    ...(reader ? { attendees: [{ email: reader, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }] } : {}),
    ...(description ? { description } : {}),
    ...(place ? { location: place } : {}),
    ...(url ? { url } : {}),
  }
}
