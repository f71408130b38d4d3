import { holdTable } from './table-cases.ts'
import { STATES } from './tess/relations.ts'

holdTable(STATES.filter((_, place) => place % 2 === 1))
