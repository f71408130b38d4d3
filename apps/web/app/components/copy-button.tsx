import { useEffect, useState } from 'react'

/** Copies a text; there only where the browser can, so never a button that does nothing. */
export function CopyButton({ text, label = 'Copy the link' }: { text: string; label?: string }) {
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => setCanCopy('clipboard' in navigator), [])

  if (!canCopy) return null
  const copy = () => navigator.clipboard.writeText(text).then(() => setIsCopied(true))
  return (
    <>
      <button type="button" className="btn" onClick={copy}>
        {label}
      </button>
      <span role="status">{isCopied ? 'Copied' : ''}</span>
    </>
  )
}
