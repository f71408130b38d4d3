import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Flash } from '../flash.ts'

type Props = { kind?: 'info' | 'ok' | 'warn'; children: ReactNode }

/** A remark that belongs to the page: something to know, something done, something to look at. */
export function Notice({ kind = 'info', children }: Props) {
  return <div className={`note ${kind}`}>{children}</div>
}

/** What was just done, after the redirect; it stays until the next page and offers to undo. */
export function FlashNote({ flash, formKey }: { flash: Flash; formKey: string }) {
  return (
    <div className="wrap">
      <div className="note ok flash" role="status">
        <span>{flash.text}</span>
        {flash.undo ? <Undo {...flash.undo} formKey={formKey} /> : null}
      </div>
    </div>
  )
}

function Undo({
  action,
  label = 'Undo',
  fields = {},
  formKey,
}: NonNullable<Flash['undo']> & { formKey: string }) {
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="_key" value={formKey} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="btn quiet">
        {label}
      </button>
    </Form>
  )
}
