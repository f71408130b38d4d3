import { describe, expect, it } from 'vitest'
import { PROCEDURES } from './procedures.ts'
import { TABLE } from './table.ts'
import { holdTable } from './table-cases.ts'

describe('the table of who learns what', () => {
  it('has a row for every procedure, and no row without one', () => {
    expect(Object.keys(TABLE).sort()).toEqual(PROCEDURES.map(({ path }) => path).sort())
  })
})

holdTable(0)
