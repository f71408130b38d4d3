/** An invented register of schools in the form and size of the real download: 135 columns, Windows-1252, CRLF. */
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'

const HEADER = readFileSync(join(import.meta.dirname, 'register-header.csv'), 'latin1')
  .trim()
  .split(',')
const BEGINS =
  'Ash Beck Birch Black Brad Bram Bright Brook Chester Clay Clif Corn Crow Dar Den East Elm Fair Farn Fern Glen Gold Grange Green Hal Hart Haw Hazel Heath High Hol Horn Kings Lang Lark Lin Long Mar Mill Moor New North Oak Old Park Pen Queens Ran Red Rose Rother Shel South Stan Stock Thorn Wake West Whit Wil Wood'.split(
    ' ',
  )
const ENDS =
  'bridge brook burn bury by combe cote croft dale den field ford gate ham hill hurst land leigh ley low mead mere moor port ridge shaw side stead stoke ton vale wall well wick wood worth'.split(
    ' ',
  )
const SAINTS =
  'Mary Joseph John Peter Thomas Anne Patrick George Paul Michael James Luke Oswald Thérèse Wilfrid'.split(
    ' ',
  )
const KINDS = [
  'Primary School',
  'Primary School',
  'Primary Academy',
  'Infant School',
  'Junior School',
  'High School',
  'Academy',
  'School',
  'CofE Primary School',
  'Catholic Primary School',
  'Nursery School',
]

/** Writes the file; about 45% of its schools are closed, as in the real one. The same for the same seed. */
export async function writeRegister(path: string, schools: number, seed = 20260701): Promise<void> {
  const random = dice(seed)
  const pick = <T>(of: readonly T[]): T => of[random.below(of.length)] as T
  const place = () => pick(BEGINS) + pick(ENDS)
  const towns = Array.from({ length: 900 }, place)
  const authorities = Array.from({ length: 150 }, (_, n) => ({ code: String(200 + n), name: pick(towns) }))
  const file = createWriteStream(path, { encoding: 'latin1' })
  file.write(`${HEADER.join(',')}\r\n`)
  for (let n = 0; n < schools; n += 1) {
    const row: Record<string, string> = {
      ...FILLER,
      ...school(n, random, pick, place(), pick(towns), pick(authorities)),
    }
    if (!file.write(`${HEADER.map((column) => cell(row[column] ?? '')).join(',')}\r\n`)) await drained(file)
  }
  file.end()
  await finished(file)
}

type Dice = ReturnType<typeof dice>

/** Throws that are the same for the same seed. */
function dice(seed: number) {
  let at = seed >>> 0
  const next = () => {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0
    return at / 2 ** 32
  }
  return { below: (most: number) => Math.floor(next() * most), chance: (part: number) => next() < part }
}

const drained = (file: NodeJS.WritableStream) => new Promise((resolve) => file.once('drain', resolve))

/** Text is quoted and numbers are bare, as in the real download. */
const cell = (text: string) => (text === '' || /^\d+$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`)

/** Columns that nearly every row fills and that we pass over: they make the rows as long as the real ones. */
const FILLER: Record<string, string> = Object.fromEntries(
  HEADER.filter((column) => /\(name\)$/.test(column)).map((column) => [column, 'Not applicable']),
)

type Pick = <T>(of: readonly T[]) => T

function school(
  n: number,
  random: Dice,
  pick: Pick,
  place: string,
  town: string,
  la: { code: string; name: string },
) {
  const isClosed = random.chance(0.45)
  const name = random.chance(0.12) ? `St ${pick(SAINTS)}'s ${pick(KINDS)}` : `${place} ${pick(KINDS)}`
  const digit = () => random.below(10)
  return {
    URN: String(100_000 + n),
    'LA (code)': la.code,
    'LA (name)': la.name,
    EstablishmentNumber: String(2000 + random.below(5000)),
    EstablishmentName: name,
    'TypeOfEstablishment (name)': 'Community school',
    'EstablishmentTypeGroup (name)': 'Local authority maintained schools',
    'EstablishmentStatus (code)': isClosed ? '2' : '1',
    'EstablishmentStatus (name)': isClosed ? 'Closed' : 'Open',
    OpenDate: '01-09-1998',
    CloseDate: isClosed ? '31-08-2014' : '',
    'PhaseOfEducation (name)': /Primary|Infant|Junior/.test(name) ? 'Primary' : 'Secondary',
    StatutoryLowAge: '4',
    StatutoryHighAge: '11',
    SchoolCapacity: String(random.below(1500)),
    UKPRN: String(10_000_000 + n),
    Street: `${1 + random.below(200)} ${place} Road`,
    Locality: pick(BEGINS) + pick(ENDS),
    Town: town,
    Postcode: `${town.slice(0, 2).toUpperCase()}${1 + digit()} ${digit()}AB`,
    SchoolWebsite: `www.${place.toLowerCase()}-${n}.example.org`,
    TelephoneNum: `0113${1_000_000 + random.below(8_999_999)}`,
    HeadFirstName: pick(SAINTS),
    HeadLastName: place,
    'GOR (name)': 'Yorkshire and the Humber',
    Easting: String(400_000 + random.below(99_999)),
    Northing: String(400_000 + random.below(99_999)),
  }
}
