/** How two people meet, as it stands in a sentence. */
export const WAY_WORDS = { online: 'Online', phone: 'By phone', in_person: 'In person' } as const

export const WAY_CHOICES = [
  { value: 'online', label: 'Online' },
  { value: 'phone', label: 'By phone' },
  { value: 'in_person', label: 'In person' },
] as const

/** What somebody said of a meeting, in the past. */
export const SAID_WORDS = { yes: 'it happened', moved: 'it was moved', no: 'it did not happen' } as const
