import { useFetcher } from '@remix-run/react'
import { useCombobox } from 'downshift'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { SchoolOption } from '../school-option.ts'
import { HintAndError } from './field.tsx'
import { describedBy, useField } from './form.tsx'

type Props = { name: string; label: ReactNode; hint?: ReactNode; chosen?: SchoolOption }

/** The school box with its matches underneath, loaded only where a browser runs it. */
export default function SchoolCombobox({ name, label, hint, chosen }: Props) {
  const { schools, search } = useSchools()
  const [school, setSchool] = useState(chosen ?? null)
  const { error } = useField(name, undefined)
  const { value: words } = useField(`_${name}.words`, chosen?.name)
  const [before] = useState(() => plainBox(name))
  const box = useCombobox<SchoolOption>({
    items: schools,
    id: `${name}-box`,
    inputId: name,
    initialSelectedItem: chosen,
    initialInputValue: before?.words ?? words,
    itemToString: (item) => item?.name ?? '',
    onInputValueChange: ({ inputValue, selectedItem }) => {
      if (selectedItem?.name !== inputValue) setSchool(null)
      search(inputValue)
    },
    onSelectedItemChange: ({ selectedItem }) => setSchool(selectedItem),
  })
  useEffect(() => {
    if (before?.hadFocus) document.getElementById(name)?.focus()
    if (before && before.words !== words) search(before.words)
  }, [before, name, words, search])
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label {...box.getLabelProps()} htmlFor={name}>
        {label}
      </label>
      <HintAndError name={name} hint={hint} error={error} />
      <div className="picker">
        <input
          {...box.getInputProps({ name: `_${name}.words`, autoComplete: 'off', spellCheck: false })}
          aria-describedby={describedBy(name, hint, error)}
          aria-invalid={error ? true : undefined}
        />
        <input type="hidden" name={name} value={school?.ref ?? ''} />
        <ul
          className={box.isOpen && schools.length ? 'plain options open' : 'plain options'}
          {...box.getMenuProps()}
        >
          {box.isOpen ? schools.map((item, index) => option(item, box.getItemProps({ item, index }))) : null}
        </ul>
        <div className="visually-hidden" role="status">
          {box.isOpen ? `${schools.length} schools found` : ''}
        </div>
      </div>
    </div>
  )
}

/** What stands in the plain box that this one takes the place of: nothing typed early is lost. */
function plainBox(name: string) {
  const box = document.getElementById(name)
  return box instanceof HTMLInputElement
    ? { words: box.value, hadFocus: document.activeElement === box }
    : null
}

function option({ ref, name, where }: SchoolOption, props: object) {
  return (
    <li key={ref} {...props}>
      {name}
      <div className="hint">{where}</div>
    </li>
  )
}

const PAUSE_MS = 120

/**
 * Asks the server from two letters on, when the typing pauses; the last answer stays until the next one is there.
 * An answer to words that are no longer in the box is asked for again, so fast typing cannot leave an old list.
 */
function useSchools() {
  const { load, state, data } = useFetcher<{ words: string; schools: SchoolOption[] }>()
  const [words, setWords] = useState('')
  const search = useCallback((typed = '') => setWords(typed.slice(0, 100)), [])
  const isDue = words.trim().length >= 2 && state === 'idle' && data?.words !== words
  useEffect(() => {
    if (!isDue) return
    const timer = setTimeout(() => load(`/schools/search?q=${encodeURIComponent(words)}`), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [isDue, load, words])
  return { schools: data?.schools ?? [], search }
}
