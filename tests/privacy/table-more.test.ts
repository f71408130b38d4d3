import { holdTable } from './table-cases.ts'

holdTable(1)
