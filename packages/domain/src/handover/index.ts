/** What goes on when a move ends a school's mentoring: the page its mentee writes, and the weeks of the three. */
export {}
