import { Form } from '@remix-run/react'
import { createContext, type ReactNode, useContext } from 'react'
import type { Errors, Values } from '../form-raw.ts'
import type { SchoolOption } from '../school-option.ts'
import { useShell } from '../shell.ts'

/** What the action said about the last try: the answers as they were given and what to correct. */
export type Result =
  | { values?: Values; errors?: Errors; choices?: Record<string, SchoolOption[]> }
  | undefined
  | null

const Answers = createContext<{ values?: Values; errors: Errors }>({ errors: {} })

type Props = {
  /** From useActionData(); whatever else the action returned is ignored. */
  result?: unknown
  /** Where to post; this page when left out. */
  action?: string
  method?: 'post' | 'get'
  /** For files. */
  multipart?: boolean
  className?: string
  children: ReactNode
}

/** A form that keeps its answers, posts without JavaScript, and does one thing even when it is sent twice. */
export function PostForm({
  result,
  action,
  method = 'post',
  multipart,
  className = 'form',
  children,
}: Props) {
  const { formKey } = useShell()
  const { values, errors } = resultOf(result)
  return (
    <Form
      method={method}
      action={action}
      encType={multipart ? 'multipart/form-data' : undefined}
      className={className}
      noValidate
    >
      {method === 'post' ? <input type="hidden" name="_key" value={formKey} /> : null}
      <Answers.Provider value={{ values, errors: errors ?? {} }}>{children}</Answers.Provider>
    </Form>
  )
}

/** Reads an action's data as a result; anything of another shape is no result. */
export function resultOf(result: unknown): NonNullable<Result> {
  return typeof result === 'object' && result !== null ? (result as NonNullable<Result>) : {}
}

/** One field's place in its form: the text to show, its error, and the ids that tie label, hint and error to it. */
export function useField(name: string, given: string | string[] | undefined) {
  const { values, errors } = useContext(Answers)
  const kept = values ? (values[name] ?? '') : (given ?? '')
  const error = errors[name]
  return { id: name, value: Array.isArray(kept) ? (kept[0] ?? '') : kept, all: listOf(kept), error, errors }
}

/** The ids to read out with a control, in the order they stand above it. */
export function describedBy(name: string, hint: unknown, error: unknown) {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
}

const listOf = (kept: string | string[]) => (Array.isArray(kept) ? kept : kept ? [kept] : [])
