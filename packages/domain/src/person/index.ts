/** A human being, who owns every record about them. */
export { createPerson, type NewPerson } from './create.ts'
