import { and, eq, personIdentifiers, type Tx } from '@wirearchy/db'

export type Scheme = (typeof personIdentifiers.$inferSelect)['scheme']

/**
 * A register's number as we compare it: a TRN is its digits, padded on the left to seven, however it
 * was typed ("RP00/12345", "'0012345"); other numbers lose spaces and quotation marks.
 */
export function normaliseIdentifier(scheme: Scheme, value: string): string {
  if (scheme === 'trn') return value.replace(/\D/g, '').padStart(7, '0')
  return value
    .normalize('NFKC')
    .replace(/[\s'"‘’“”]/gu, '')
    .toUpperCase()
}

/** The person who holds a number, or null. */
export async function personByIdentifier(
  read: Pick<Tx, 'select'>,
  scheme: Scheme,
  issuer: string,
  value: string,
) {
  const [held] = await read
    .select({ personId: personIdentifiers.personId })
    .from(personIdentifiers)
    .where(
      and(
        eq(personIdentifiers.scheme, scheme),
        eq(personIdentifiers.issuer, issuer),
        eq(personIdentifiers.value, normaliseIdentifier(scheme, value)),
        eq(personIdentifiers.state, 'active'),
      ),
    )
  return held?.personId ?? null
}
