/** The cast of the demo: who can be signed in as with one press, and what there is to see as them. */
export interface Part {
  /** Its place in addresses: /demo offers it, tests ask for it. */
  key: 'asha' | 'tom' | 'priya' | 'margaret' | 'sian' | 'sam' | 'dan' | 'ruth'
  name: string
  email: string
  is: string
  see: string
}

export const CAST: readonly Part[] = [
  {
    key: 'asha',
    name: 'Asha Rahman',
    email: 'asha.rahman@example.com',
    is: 'A new physics teacher who has just moved school',
    see: 'Everyone she trained with is still there, with where each is now. Her move can still be undone.',
  },
  {
    key: 'tom',
    name: 'Tom Whitaker',
    email: 'tom.whitaker@example.com',
    is: 'Her mentor at the school she left',
    see: 'The school’s mentoring ended with her stay; the two go on by themselves and meet tomorrow. Dan has asked him for help.',
  },
  {
    key: 'priya',
    name: 'Priya Nair',
    email: 'priya.nair@example.com',
    is: 'The induction lead of the school that Asha joined',
    see: 'Her staff as of today. She can report who leaves and who joins, and sees nothing of what was before.',
  },
  {
    key: 'margaret',
    name: 'Margaret O’Hara',
    email: 'margaret.ohara@example.com',
    is: 'The lead of a training group',
    see: 'Her groups, the seats of those not here yet, the link and its QR code; how the pairs of her mentoring programme stand.',
  },
  {
    key: 'sian',
    name: 'Siân Llewellyn',
    email: 'sian.llewellyn@example.com',
    is: 'A newly qualified teacher in Cardiff',
    see: 'Two sets of peers: she deferred a year and trained with both.',
  },
  {
    key: 'sam',
    name: 'Sam Okonkwo',
    email: 'sam.okonkwo@example.com',
    is: 'An organiser who knows people in many places',
    see: 'A wide network as a list and a picture; who he knows, or is two steps from, at a school.',
  },
  {
    key: 'dan',
    name: 'Dan Pryce',
    email: 'dan.pryce@example.com',
    is: 'A former colleague whom Asha has blocked',
    see: 'He trained in the same group and worked at the same school, and finds no trace of her anywhere.',
  },
  {
    key: 'ruth',
    name: 'Ruth Adeyemi',
    email: 'ruth.adeyemi@example.com',
    is: 'Somebody who looks after the list of schools',
    see: 'What the register leaves open, and schools told of by name. Her own school has split: she is asked where she is now.',
  },
]

export type PartKey = Part['key']
