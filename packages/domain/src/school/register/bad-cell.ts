/** A cell that breaks its row: which rule it broke, in words that say how to mend it. */
export class BadCell extends Error {}
