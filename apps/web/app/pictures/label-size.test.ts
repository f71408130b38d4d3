import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { narrowDrawing, wideDrawing } from './network-layout.ts'
import { threadsDrawing } from './threads-layout.ts'

const css = readFileSync(new URL('../styles/picture.css', import.meta.url), 'utf8')
const number = (pattern: RegExp) => Number(pattern.exec(css)?.[1])
const PADDING = 2 * 17

const text = number(/svg text \{\s*font:\s*600 (\d+)px/)
const narrowText = number(/\.network\.narrow text \{\s*font-size: (\d+)px/)
const wideFrom = number(/@container \(min-width: ([\d.]+)rem\)/) * 16
const threadsFrom = number(/min-inline-size: ([\d.]+)rem/) * 16

it('no label in a picture is ever smaller than 13 pixels', () => {
  expect((text * (wideFrom - PADDING)) / wideDrawing([]).width).toBeGreaterThanOrEqual(13)
  expect((narrowText * (320 - 2 * 16 - PADDING)) / narrowDrawing([]).width).toBeGreaterThanOrEqual(13)
  expect((text * threadsFrom) / threadsDrawing([], '2026-11-24').width).toBeGreaterThanOrEqual(13)
})
