/** One school to choose from: our lasting reference, its name, and the words that tell it from its namesakes. */
export type SchoolOption = { ref: string; name: string; where: string }

type Hit = {
  id: string
  name: string
  town: string | null
  postcode: string | null
  phase: string | null
  status: string
  closedOn: string | null
  urn: string | null
}

/** A school that the search found, as a choice: "Leeds, LS6 2AB, secondary, URN 141666". */
export function schoolOption({ id, name, town, postcode, phase, status, closedOn, urn }: Hit): SchoolOption {
  const closed = status === 'closed' ? `closed${closedOn ? ` in ${closedOn.slice(0, 4)}` : ''}` : null
  const parts = [town, postcode, phase?.replaceAll('_', ' ').toLowerCase(), urn && `URN ${urn}`, closed]
  return { ref: id, name, where: parts.filter(Boolean).join(', ') }
}

/** Choices that a form brought back as text; nothing when they are not what we sent. */
export function optionsIn(text: unknown): SchoolOption[] | undefined {
  try {
    const options: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
    return Array.isArray(options) && options.every(isOption) ? options : undefined
  } catch {
    return undefined
  }
}

const isOption = (option: Partial<SchoolOption> | null) =>
  [option?.ref, option?.name, option?.where].every((part) => typeof part === 'string')
