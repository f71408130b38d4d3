type Sentence = (told: { name: string }) => string

/** What happens around a meeting, and how it goes, in a sentence each. */
export const MEETING_SENTENCES: Record<string, Sentence> = {
  'check-in.due': ({ name }) => `How is it going with ${name}? Three taps, and only you ever read them.`,
  'check-in.word': ({ name }) => `${name} would like a word with you.`,
  'meeting.booked': ({ name }) => `${name} booked a meeting with you.`,
  'meeting.cancelled': ({ name }) => `Your meeting with ${name} is called off.`,
  'meeting.declined': ({ name }) => `None of the times that you offered suits ${name}. Offer some others.`,
  'meeting.hoped': ({ name }) => `${name} wrote what would help when you meet.`,
  'meeting.moved': ({ name }) => `${name} moved or changed your meeting.`,
  'meeting.offered': ({ name }) => `${name} offers times to meet. Choose one.`,
  'meeting.over': ({ name }) => `Did you and ${name} meet? One tap is enough.`,
  'meeting.soon': ({ name }) => `You meet ${name} in an hour.`,
  'meeting.today': ({ name }) => `You meet ${name} today. What would help?`,
  'meeting.tomorrow': ({ name }) => `You meet ${name} within a day.`,
}

/** The page of a notice about a meeting or a check-in; null for others. */
export function meetingPage(kind: string, { mentorship, meeting, checkIn }: Record<string, string>) {
  if (kind === 'check-in.due') return `/mentoring/${mentorship}/check-in/${checkIn}`
  return kind.startsWith('meeting.') ? `/mentoring/${mentorship}/meetings/${meeting}` : null
}
