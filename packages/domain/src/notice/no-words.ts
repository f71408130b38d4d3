/** What a letter that has gone no longer says. */
export const NO_WORDS = { subject: '', text: '', line: null, href: null, calendar: null }
