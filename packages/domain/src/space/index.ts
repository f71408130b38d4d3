/** What a pair makes of their mentoring: agreement, goals, notes and a good end. Readable by the two alone. */
export {}
