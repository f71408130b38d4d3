/** A unit of help as it stands in a line. */
export const UNIT_NAMES = {
  question: 'One question',
  call: 'One call',
  half_term: 'Half a term',
  year: 'A year',
} as const
export type UnitKey = keyof typeof UNIT_NAMES

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, place) => ({ value: String(place + 1), label }),
)

/** A minute of the day as schools write it: 3:45pm. */
export function clockWords(minute: number): string {
  const [hour, minutes] = [Math.floor(minute / 60), minute % 60]
  const past = minutes ? `:${String(minutes).padStart(2, '0')}` : ''
  return `${hour % 12 || 12}${past}${hour % 24 < 12 ? 'am' : 'pm'}`
}
