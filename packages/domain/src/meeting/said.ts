import type { MeetingRow } from './rows.ts'

const WEEK = 7 * 86_400_000

/** True once each of a pair may read what the other said of a meeting: both have, or it is a week past. */
export const isRevealed = ({ mentorSaid, menteeSaid, endsAt }: MeetingRow, now: number) =>
  (mentorSaid !== null && menteeSaid !== null) || (endsAt !== null && endsAt + WEEK <= now)
