/** When a pair meets: hours, times proposed and booked, calendars, and how it went. */
export {}
