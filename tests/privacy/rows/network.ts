import { aboutHer, own, type Row } from '../row.ts'

const herSchool: Row['input'] = ({ schools }) => ({ schoolId: schools.current })

/** What ties add up to. */
export const network: Record<string, Row> = {
  'network.people': { ...own, input: () => ({}) },
  'network.person': aboutHer(({ personId }) => ({ id: personId })),
  'network.near': { ...own, input: herSchool },
  'network.led': own,
}
