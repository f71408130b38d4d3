import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    [light, dark],
  ]),
)

const TEXT = 4.5
const SHAPE = 3
const GROUNDS = ['paper', 'surface', 'sunken']
const INKS = ['ink', 'muted', 'brand', 'brand-strong', 'danger', 'success', 'warn', 'info']
const THREADS = ['thread-group', 'thread-mentor', 'thread-school', 'thread-connection', 'thread-event']

const PAIRS: [string, string, number][] = [
  ...INKS.flatMap((ink) => GROUNDS.map((ground): [string, string, number] => [ink, ground, TEXT])),
  ...['danger', 'success', 'warn', 'info'].flatMap((kind): [string, string, number][] => [
    [kind, `${kind}-bg`, TEXT],
    ['ink', `${kind}-bg`, TEXT],
    ['brand', `${kind}-bg`, TEXT],
  ]),
  ['on-brand', 'brand', TEXT],
  ['on-brand', 'brand-strong', TEXT],
  ['on-danger', 'danger', TEXT],
  ['on-accent', 'accent', TEXT],
  ['paper', 'ink', TEXT],
  ...GROUNDS.map((ground): [string, string, number] => ['line-control', ground, SHAPE]),
  ...THREADS.flatMap((thread) => GROUNDS.map((ground): [string, string, number] => [thread, ground, SHAPE])),
]

function luminance(hex: string) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = parts.map((c) =>
    c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string) {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const colour = (name: string, theme: number) => tokens.get(name)?.[theme] ?? `no token ${name}`

describe.each([
  ['light', 0],
  ['dark', 1],
])('in the %s theme', (_, theme) => {
  it.each(PAIRS)('%s can be read on %s', (ink, ground, least) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least)
  })

  it.each(['paper', 'surface', 'sunken', 'brand', 'danger', 'accent', 'danger-bg', 'ink'])(
    'one of the two rings of the focus stands out on %s',
    (ground) => {
      const rings = ['focus-outer', 'focus-inner'].map((ring) =>
        contrast(colour(ring, theme), colour(ground, theme)),
      )
      expect(Math.max(...rings)).toBeGreaterThanOrEqual(SHAPE)
    },
  )
})

it('writes no text below 16 pixels', () => {
  const sizes = [...css.matchAll(/--t-\w+: (?:clamp\()?([\d.]+)rem/g)].map((match) => Number(match[1]) * 16)
  expect(sizes.length).toBeGreaterThan(4)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
})
