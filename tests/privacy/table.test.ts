import { describe, expect, it } from 'vitest'
import { PROCEDURES } from './procedures.ts'
import { TABLE } from './table.ts'
import { holdTable } from './table-cases.ts'
import { STATES } from './tess/relations.ts'

describe('the table of who learns what', () => {
  it('has a row for every procedure, and no row without one', () => {
    expect(Object.keys(TABLE).sort()).toEqual(PROCEDURES.map(({ path }) => path).sort())
  })
})

holdTable(STATES.filter((_, place) => place % 2 === 0))
