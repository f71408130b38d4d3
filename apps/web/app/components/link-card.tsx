import { Link } from '@remix-run/react'
import { ukDay } from '../dates.ts'
import { PostForm } from './form.tsx'
import { ShareSheet } from './share-sheet.tsx'
import { SubmitButton } from './submit-button.tsx'

export type GroupLink = {
  id: string
  url: string
  uses: number
  maxUses: number | null
  expiresAt: number
  madeBy: string
  subgroup: string | null
  qr: { size: number; path: string } | null
}

type Props = { link: GroupLink; group: { slug: string; name: string } }

/** A working link of a training group: to copy, to scan, to send, to print, to withdraw. */
export function LinkCard({ link, group }: Props) {
  const called = link.subgroup ? `${group.name}, ${link.subgroup}` : group.name
  return (
    <ShareSheet
      link={link.url}
      label={`Link to join ${called}`}
      text={`Join ${called} on Wirearchy, so that we don’t lose each other:`}
      qr={link.qr ?? undefined}
      limits={limits(link)}
    >
      <Link className="btn quiet" to={`/groups/${group.slug}/poster/${link.id}`}>
        Poster to print
      </Link>
      <PostForm className="">
        <input type="hidden" name="_withdraw" value={link.id} />
        <SubmitButton kind="quiet" pending="Withdrawing…">
          Withdraw this link
        </SubmitButton>
      </PostForm>
    </ShareSheet>
  )
}

/** Until when a link works, how often it has been used and by whom it was made, in words. */
function limits({ uses, maxUses, expiresAt, madeBy }: Omit<GroupLink, 'qr'>) {
  const joined =
    uses === 0 ? 'nobody has joined' : uses === 1 ? 'one person has joined' : `${uses} people have joined`
  const most = maxUses === null ? '' : `, of ${maxUses} who can`
  return `Made by ${madeBy}. Works until ${ukDay(expiresAt)}; ${joined} by it${most}.`
}
