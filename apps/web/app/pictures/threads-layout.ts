/** A stretch of somebody's time at one place; days are ISO, both inclusive; no `to` means it goes on. */
export type Span = { where: string; kind: 'group' | 'school'; from: string; to?: string | null }
export type ThreadRow = { id: string; name: string; href?: string; spans: readonly Span[] }

export type Bar = { span: Span; x: number; y: number; width: number; label: string }
export type Box = { where: string; label: string; x: number; y: number; width: number; height: number }
export type ThreadsDrawing = {
  width: number
  height: number
  names: { row: ThreadRow; y: number }[]
  bars: Bar[]
  boxes: Box[]
  years: { x: number; label: string }[]
  today: number
}

const NAMES = 190
const WIDTH = 960
const LANE = 44
const TOP = 64
const DAY = 86_400_000
const LETTER = 8.6

/** Places everyone's time on one scale. `today` is an ISO day; what goes on is drawn to a year from today. */
export function threadsDrawing(rows: readonly ThreadRow[], today: string): ThreadsDrawing {
  const scale = scaleOf(rows, today)
  const drawing: ThreadsDrawing = {
    width: WIDTH,
    height: 0,
    names: [],
    bars: [],
    boxes: [],
    years: [],
    today: scale.x(today),
  }
  let y = TOP
  for (const row of rows) {
    const lanes = placeRow(row, y, scale, drawing)
    drawing.names.push({ row, y: y + (lanes * LANE) / 2 })
    y += lanes * LANE
  }
  return { ...drawing, height: y + 12, boxes: boxesOf(drawing.bars), years: yearsOf(scale) }
}

type Scale = { first: number; last: number; x: (iso: string) => number; end: (span: Span) => number }

function scaleOf(rows: readonly ThreadRow[], today: string): Scale {
  const spans = rows.flatMap((row) => row.spans)
  const first = Math.min(...spans.map((span) => at(span.from)), at(today))
  const last = Math.max(...spans.map((span) => (span.to ? at(span.to) : 0)), at(today) + 270 * DAY)
  const x = (iso: string) => round(NAMES + ((at(iso) - first) / (last - first)) * (WIDTH - NAMES - 4))
  return { first, last, x, end: (span) => (span.to ? x(span.to) : WIDTH - 4) }
}

/** Gives each span of a row the first lane that is free; says how many lanes the row needs. */
function placeRow(row: ThreadRow, y: number, scale: Scale, { bars }: ThreadsDrawing) {
  const laneEnds: string[] = []
  for (const span of [...row.spans].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const free = laneEnds.findIndex((end) => end < span.from)
    const lane = free < 0 ? laneEnds.length : free
    laneEnds[lane] = span.to ?? '9999'
    const x = scale.x(span.from)
    const width = Math.max(6, round(scale.end(span) - x))
    bars.push({ span, x, y: y + lane * LANE, width, label: fitted(span.where, width) })
  }
  return Math.max(1, laneEnds.length)
}

/** People who trained together stand in one box, wherever their rows touch. */
function boxesOf(bars: Bar[]): Box[] {
  const boxes: Box[] = []
  for (const { span, label, x, y, width } of bars.filter((bar) => bar.span.kind === 'group')) {
    const above = boxes.find(
      (box) => box.where === span.where && box.x === x && box.width === width && box.y + box.height === y,
    )
    if (above) above.height += LANE
    else boxes.push({ where: span.where, label, x, y, width, height: LANE })
  }
  return boxes
}

function yearsOf({ first, last, x }: Scale) {
  const years = Array.from({ length: 60 }, (_, index) => new Date(first).getUTCFullYear() + index)
  const starts = years.map((year) => `${year}-09-01`).filter((day) => at(day) >= first && at(day) <= last)
  const every = Math.ceil(starts.length / 8)
  return starts
    .filter((_, index) => index % every === 0)
    .map((day) => ({ x: x(day), label: `Sep ${day.slice(0, 4)}` }))
}

function fitted(text: string, width: number) {
  const room = Math.floor((width - 20) / LETTER)
  const letters = [...text]
  if (letters.length <= room) return text
  return room < 4
    ? ''
    : `${letters
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`
}

const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`)
const round = (value: number) => Math.round(value * 10) / 10
