/** A place in a training group kept for somebody who is not here yet: imported by a lead, unseen until it is claimed. */
export { checkImport } from './check-import.ts'
export { claimSeat } from './claim-seat.ts'
export { confirmImport } from './confirm-import.ts'
export { failedRows } from './failed-rows.ts'
export { importPage } from './import-page.ts'
export { mySeats } from './my-seats.ts'
export { seats } from './seats.ts'
export { voidSeat } from './void-seat.ts'
