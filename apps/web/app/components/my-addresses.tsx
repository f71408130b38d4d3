import { Link } from '@remix-run/react'
import { PostForm } from './form.tsx'
import { Notice } from './notice.tsx'
import { SubmitButton } from './submit-button.tsx'
import { Tag } from './tag.tsx'

type Address = {
  id: string
  email: string
  kind: 'personal' | 'work'
  school: string | null
  isLive: boolean
}

type Props = { addresses: Address[]; needsPersonal: boolean; addHref: string }

/** The addresses that sign a person in, those that once did, and the way to add one. */
export function MyAddresses({ addresses, needsPersonal, addHref }: Props) {
  return (
    <section className="stack" aria-labelledby="addresses">
      <h2 id="addresses">Your addresses</h2>
      {needsPersonal ? (
        <Notice kind="warn">
          Add a personal address: a school’s stops working here on your last day there, and your account is to
          stay yours.
        </Notice>
      ) : null}
      <ul className="plain stack">
        {addresses.map((address) => (
          <li key={address.id} className="row">
            <span>
              {address.email} <Tag kind={address.isLive ? undefined : 'warn'}>{wordFor(address)}</Tag>
            </span>
            {address.isLive ? <Remove address={address} /> : null}
          </li>
        ))}
      </ul>
      <p>
        <Link to={addHref}>Add an address</Link>
      </p>
    </section>
  )
}

function wordFor({ kind, school, isLive }: Address) {
  if (!isLive) return 'No longer works'
  if (kind === 'personal') return 'Personal'
  return school ? `Until you leave ${school}` : 'Work'
}

function Remove({ address }: { address: Address }) {
  return (
    <PostForm className="inline">
      <input type="hidden" name="_do" value="remove-address" />
      <input type="hidden" name="addressId" value={address.id} />
      <SubmitButton kind="quiet">
        Remove<span className="visually-hidden"> {address.email}</span>
      </SubmitButton>
    </PostForm>
  )
}
