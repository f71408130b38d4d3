/** Asking for support: one need, the mentors whom it goes to in turn, and a clock that never ends in silence. */
export {}
