import { wholeFile } from './refusal.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const LARGEST = 1_000_000

/** First bytes of files that people upload by mistake, and what to do instead. */
const NOT_TEXT: [number[], string][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is an Excel or Numbers workbook. Save it as CSV (File, Save as, “CSV UTF-8”) and upload that.',
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'This is an old Excel workbook. Save it as CSV (File, Save as, “CSV”) and upload that.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Upload the list as a CSV file, saved from a spreadsheet.'],
]

/**
 * The text of a file that somebody saved from a spreadsheet, whichever way it was saved: UTF-8 with or without
 * its mark, UTF-16 either way round, or Windows-1252.
 * @throws a refusal of the whole file when it is empty, over 1 MB or no text at all
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes.length > LARGEST)
    throw wholeFile('The file is larger than 1 MB. Split it into smaller files and upload them one by one.')
  const mistaken = NOT_TEXT.find(([start]) => start.every((byte, at) => bytes[at] === byte))
  if (mistaken) throw wholeFile(mistaken[1])
  const encoding = encodingOf(bytes)
  const text = readAs(encoding, bytes).replace(/^\ufeff/, '')
  if (text.trim() === '')
    throw wholeFile('The file is empty. Add a row of headings and one row for each person.')
  return { text, encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Latin text in UTF-16 without its mark has a zero in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const seen = bytes.subarray(0, 2_000)
  const zeros = [0, 0]
  for (const [at, byte] of seen.entries()) if (byte === 0) zeros[at % 2]! += 1
  const many = seen.length * 0.2
  if (seen.length < 8 || zeros[0]! > many === zeros[1]! > many) return null
  return zeros[1]! > many ? 'utf-16le' : 'utf-16be'
}

function isUtf8(bytes: Uint8Array) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function readAs(encoding: Encoding, bytes: Uint8Array) {
  if (encoding === 'windows-1252') return windows1252(bytes)
  if (encoding === 'utf-8') return Buffer.from(bytes).toString('utf8')
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  return (encoding === 'utf-16be' ? even.swap16() : even).toString('utf16le')
}

/** Windows-1252 is Latin-1 but for 0x80 to 0x9F. Node's own decoder has got these wrong in some releases. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const windows1252 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => HIGH[letter.charCodeAt(0) - 0x80] ?? letter)
