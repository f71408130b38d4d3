/** A group's or a school's mentoring, matched in one go: rules, wishes, runs, pairs. */
export {}
