import { askingAndAnswering } from './asking.ts'
import { beingMatched } from './being-matched.ts'
import { leedsProgrammes } from './leeds-programmes.ts'
import type { Making } from './making.ts'
import { tomAndAsha } from './tom-and-asha.ts'
import { whoHelps } from './who-helps.ts'

/** What the cast ask of each other, offer and make of it, so that every page of mentoring has something to show. */
export async function mentoringStories(making: Making) {
  await tomAndAsha(making)
  await whoHelps(making)
  await askingAndAnswering(making)
  await leedsProgrammes(making)
  await beingMatched(making)
}
