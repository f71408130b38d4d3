import type { SchoolOption } from './school-option.ts'

/** Not a mistake: the words fit several schools, and the page should offer them. Thrown by chosenSchool(). */
export class Choosing extends Error {
  readonly field: string
  readonly options: SchoolOption[]

  constructor(field: string, options: SchoolOption[]) {
    super('Choose a school')
    this.field = field
    this.options = options
  }
}
