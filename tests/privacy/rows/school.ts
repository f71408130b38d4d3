import { own, ownWrite, type Row } from '../row.ts'

/** Schools are the register's; who is at them is nobody's to find here. What is searched for is called what it is. */
export const school: Record<string, Row> = {
  'school.search': { ...own, input: () => ({ q: 'Elsewhere' }) },
  'school.page': {
    ...own,
    input: ({ schools }) => ({ ref: schools.current }),
    also: () => ['currentSchool'],
  },
  'school.propose': { ...ownWrite, input: () => ({ name: 'New School', town: 'Leeds', nation: 'england' }) },
}
