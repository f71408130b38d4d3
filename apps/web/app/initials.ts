/** One or two initials of a name, by what the eye sees as letters: "Siân Price" → SP, "Sukarno" → S, "O’Neill" → O. */
export function initials(name: string) {
  const words = name.normalize('NFC').trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => firstLetter(word ?? '').toLocaleUpperCase('en-GB')).join('')
}

/** Marks belong to the letter before them; Firefox before 125 has no Segmenter. */
function firstLetter(word: string) {
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, '') || word
  if (!('Segmenter' in Intl)) return /^.\p{M}*/u.exec(bare)?.[0] ?? ''
  for (const { segment } of new Intl.Segmenter('en-GB').segment(bare)) return segment
  return ''
}
