type Sentence = (told: { name: string }) => string

/** Notices about requests for support: to whoever asked, then to mentors. */
export const REQUEST_SENTENCES: Record<string, Sentence> = {
  'request.accepted': ({ name }) => `${name} said yes to you.`,
  'request.apart': () => 'Your request has moved on. See who has it now.',
  'request.away': ({ name }) => `${name} is taking a break from mentoring. See who has your request now.`,
  'request.declined': ({ name }) => `${name} can’t at the moment. See who has your request now.`,
  'request.question': ({ name }) => `${name} asks you one thing before they answer.`,
  'request.silent': ({ name }) =>
    `There was no answer from ${name} in five school days. See who has your request now.`,
  'request.still': () => 'Your request is still on the open list. Asking for something smaller often helps.',
  'request.unanswered': ({ name }) =>
    `${name}’s question went without an answer. See who has your request now.`,
  'request.unfilled': () => 'Nobody could say yes to your request. See what else there is.',
  'request.your_turn': ({ name }) => `${name} waits for your answer to one question.`,
  'request.answer': ({ name }) => `${name} answered your question.`,
  'request.asked': ({ name }) => `${name} would like you as a mentor.`,
  'request.found': ({ name }) => `${name} has found somebody. Thank you for being there to ask.`,
  'request.listed': () => 'A new teacher on the open list asks for what you offer.',
  'request.moved_on': ({ name }) => `The request of ${name} has moved on. You may still say yes.`,
  'request.reminder': ({ name }) => `${name} hopes for your answer.`,
  'request.withdrawn': ({ name }) => `${name} took the request back. There is nothing left for you to do.`,
}

const TO_MENTORS = [
  ...['request.answer', 'request.asked', 'request.found', 'request.moved_on', 'request.reminder'],
  'request.withdrawn',
]

/** The page of a notice about a request; null when it is about something else. */
export function requestPage(kind: string, { request }: Record<string, string>): string | null {
  if (!(kind in REQUEST_SENTENCES)) return null
  if (kind === 'request.listed') return '/mentoring/requests'
  return TO_MENTORS.includes(kind) ? `/mentoring/requests/${request}` : `/mentoring/mine/${request}`
}
