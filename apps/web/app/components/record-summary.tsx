import { stretch } from '~/dates.ts'

type Props = {
  name: string
  schools: readonly { name: string; startedOn: string; finishedOn: string | null }[]
  groups: readonly string[]
  people: number
}

/** What one record of somebody holds, for their own eyes, in a few lines. */
export function RecordSummary({ name, schools, groups, people }: Props) {
  return (
    <section className="stack">
      <h2>{name}</h2>
      <ul>
        <li>{people === 1 ? 'One person is' : `${people} people are`} tied to it</li>
        {groups.map((group) => (
          <li key={group}>{group}</li>
        ))}
        {schools.map((stay) => (
          <li key={`${stay.name} ${stay.startedOn}`}>
            {stay.name}, {stretch(stay.startedOn, stay.finishedOn)}
          </li>
        ))}
      </ul>
    </section>
  )
}
