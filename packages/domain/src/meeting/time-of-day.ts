const TIME = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/
/** Without am or pm, these hours of a teacher's day are in the afternoon. */
const AFTERNOON = { from: 1, to: 6 }
const NAMED: Record<string, number | undefined> = { midday: 720, noon: 720, midnight: 0 }

/** The minute of the day in a time as people write it: "3:45pm", "15.45", "9 am". Null when it is none. */
export function minuteIn(text: string): number | null {
  const written = text.trim().toLowerCase()
  const [, hours, minutes = '0', half] = TIME.exec(written) ?? []
  if (hours === undefined) return NAMED[written] ?? null
  const hour = hourOf(hours, half)
  if (hour > 23 || Number(minutes) > 59) return null
  return hour * 60 + Number(minutes)
}

function hourOf(written: string, half: string | undefined): number {
  const hour = Number(written)
  if (half) return hour < 1 || hour > 12 ? 24 : (hour % 12) + (half === 'pm' ? 12 : 0)
  const isShort = written.length === 1 && hour >= AFTERNOON.from && hour <= AFTERNOON.to
  return isShort ? hour + 12 : hour
}
