import { Link } from '@remix-run/react'
import type { SchoolFacts } from '@wirearchy/domain/school'
import { longDay } from '../dates.ts'
import { Notice } from './notice.tsx'

type School = Pick<SchoolFacts, 'status' | 'closedOn' | 'next' | 'before'>

/** The schools that the register names before and after this one, each with a way there. */
export function SchoolKin({ school: { status, closedOn, next, before } }: { school: School }) {
  return (
    <>
      {status === 'closed' && next.length > 0 ? (
        <Notice>
          {closedOn ? `Closed on ${longDay(closedOn)}` : 'Closed'}.{' '}
          {next.length === 1 ? 'The register says that it is now part of ' : 'The register names after it: '}
          <Names schools={next} />. Who taught here stays tied.
        </Notice>
      ) : null}
      {before.length > 0 ? (
        <p>
          The register names before it: <Names schools={before} />.
        </p>
      ) : null}
    </>
  )
}

function Names({ schools }: { schools: School['next'] }) {
  return schools.map(({ id, name, urn, status, closedOn }, place) => (
    <span key={id}>
      {place === 0 ? '' : place === schools.length - 1 ? ' and ' : ', '}
      <Link to={`/schools/${id}`}>{name}</Link> (URN {urn}
      {status === 'closed' ? `, closed${closedOn ? ` on ${longDay(closedOn)}` : ''}` : ''})
    </span>
  ))
}
