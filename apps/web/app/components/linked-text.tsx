import { Fragment } from 'react'

/** What somebody wrote, with the web addresses in it as links. Nothing else becomes one, however it is written. */
export function LinkedText({ text }: { text: string }) {
  const parts = text.split(ADDRESS)
  return parts.map((part, place) => {
    const [address, after] = place % 2 === 1 ? ended(part) : ['', '']
    if (!isWeb(address)) return part
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stay in their places
      <Fragment key={place}>
        <a href={address} rel="noopener noreferrer">
          {address}
        </a>
        {after}
      </Fragment>
    )
  })
}

const ADDRESS = /(https?:\/\/[^\s<>"]+)/

/** The full stop after an address belongs to the sentence. */
function ended(part: string) {
  const address = part.replace(/[.,;:!?)\]’”]+$/, '')
  return [address, part.slice(address.length)] as const
}

/** An address with a name or a password in it looks like another than it is. */
function isWeb(address: string) {
  try {
    const { username, password, host } = new URL(address)
    return username === '' && password === '' && host.includes('.')
  } catch {
    return false
  }
}
