import { initials } from '../initials.ts'

/** A person's initials in a ring; for the eye only, since the name always stands beside it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className="avatar" aria-hidden="true">
      {initials(name)}
    </span>
  )
}
