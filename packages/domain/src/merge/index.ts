/** Two records of one person made one, and parted again: nothing is lost either way. */

export { mergeAsOperator, type OperatorMerge } from './by-operator.ts'
export { PERSON_COLUMNS } from './columns.ts'
export { type MergeRef, mergeRecords } from './merge-records.ts'
export { undoAsOperator } from './undo.ts'
export { type Unmerged, unmerge } from './unmerge.ts'
