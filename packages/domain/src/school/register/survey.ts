import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Problem } from '../../problem.ts'

/** What one look over the whole file told us, before a single row is read. */
export interface Survey {
  path: string
  bytes: number
  sha256: string
  encoding: 'utf-8' | 'windows-1252'
}

const BLOCK = 1 << 18

/**
 * Reads the file once in small blocks: its size, its fingerprint, and its encoding. It is UTF-8 only
 * if every byte of it is; else Windows-1252, as the register's own download is (domain.md 5.2).
 */
export async function survey(path: string): Promise<Survey> {
  const hash = createHash('sha256')
  const judge = utf8Judge()
  let bytes = 0
  for await (const block of blocksOf(path)) {
    if (bytes === 0) refuseOtherKinds(block)
    bytes += block.length
    hash.update(block)
    judge.read(block)
  }
  if (bytes === 0)
    throw new Problem('bad_input', 'The file is empty. Download the register again.', { field: 'file' })
  return { path, bytes, sha256: hash.digest('hex'), encoding: judge.verdict() }
}

async function* blocksOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: BLOCK })
  } catch (error) {
    if (!isFileError(error)) throw error
    const why = error.code === 'ENOENT' ? 'There is no file at' : 'We could not read'
    throw new Problem('bad_input', `${why} ${path}. Check the path and try again.`, { field: 'file' })
  }
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error

/** How files begin that are not a CSV file we read, and what to do with them instead. */
const OTHER_KINDS: [start: string, why: string][] = [
  ['PK', 'This is a zip or Excel file. Unpack it, or save it as CSV, and try again.'],
  ['\u00d0\u00cf\u0011\u00e0', 'This is an Excel file. Save it as CSV and try again.'],
  ['\u00ff\u00fe', 'This file is in UTF-16. Save it as “CSV UTF-8” and try again.'],
  ['\u00fe\u00ff', 'This file is in UTF-16. Save it as “CSV UTF-8” and try again.'],
]
const ZERO_BYTE = 0

function refuseOtherKinds(block: Buffer) {
  const start = block.subarray(0, 4).toString('latin1')
  const known = OTHER_KINDS.find(([begins]) => start.startsWith(begins))?.[1]
  const isText = !block.includes(ZERO_BYTE)
  const why = known ?? (isText ? null : 'This is not a text file. Save it as “CSV UTF-8” and try again.')
  if (why) throw new Problem('bad_input', why, { field: 'file' })
}

const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf'

const brokenUtf8 = () =>
  new Problem(
    'bad_input',
    'The file says that it is UTF-8, but not all of it is. Save or download it again; nothing has been changed.',
    { field: 'file' },
  )

/** Tells UTF-8 from Windows-1252 over the whole file; a character cut in two at the very end is a cut file. */
function utf8Judge() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let hasMarks = false
  let saysUtf8: boolean | null = null
  return {
    read(block: Buffer) {
      saysUtf8 ??= block.subarray(0, 3).toString('latin1') === BYTE_ORDER_MARK
      if (!isUtf8) return
      try {
        hasMarks = decoder.decode(block, { stream: true }).length < block.length || hasMarks
      } catch {
        isUtf8 = false
      }
    },
    verdict(): Survey['encoding'] {
      if (!isUtf8 && saysUtf8) throw brokenUtf8()
      if (!isUtf8) return 'windows-1252'
      try {
        decoder.decode()
        return 'utf-8'
      } catch {
        if (hasMarks) throw cutShort()
        return 'windows-1252'
      }
    },
  }
}

/** The one refusal of a file that ends too early. */
export const cutShort = () =>
  new Problem(
    'bad_input',
    'The file stops in the middle of a row. Download it again; nothing has been changed.',
    { field: 'file' },
  )
