import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TessWorld } from '../tess/world.ts'
import { ROOT } from './house.ts'

/** Pages of an invented world alone, what turns everybody away, and what only a key of a letter or calendar opens. */
const NOT_OPENED = /^(\$|demo\.|sign-out|(calendar|do|invite|unsubscribe)\.\$token)/

/** The patterns of every page, file and piece of data that the site answers with: /mentoring/:id/notes/:noteId. */
export const PATTERNS = readdirSync(join(ROOT, 'apps', 'web', 'app', 'routes'))
  .map((file) => file.replace(/\.tsx?$/, ''))
  .filter((name) => !NOT_OPENED.test(name))
  .map((name) =>
    name
      .replaceAll('[.]', '%')
      .replace(/\.?_index$/, '')
      .replaceAll('_.', '.')
      .replaceAll('.', '/')
      .replaceAll('%', '.'),
  )
  .map((path) => `/${path}`.replaceAll('/$', '/:'))

/** Her rows, or as many of nobody's, and every chapter of her mentoring. */
export type Rows = Pick<TessWorld, 'hers' | 'group' | 'schools' | 'people'> & { chapters: string[] }

const PEOPLE = /^\/people\//
const SPACES = /^\/mentoring\/:id/
const WHOLE_SPACE = /^\/mentoring\/:id(\/(notes|finish|goals))?$/

/** Every row of hers that might stand in a place of an address. */
function idsFor(w: Rows, pattern: string, name: string): string[] {
  const { hers, group, schools, people } = w
  const named: Record<string, string[]> = {
    ...{ slug: [group.slug], ref: Object.values(schools), code: [group.code], level: ['ties', 'members'] },
    ...{ goalId: [hers.goalId], meetingId: [hers.meetingId], checkInId: [hers.checkInId], no: ['1'] },
    ...{ noteId: [hers.noteId, hers.privateNoteId, hers.mentorsNoteId], stintId: [hers.stintId] },
    ...{
      personId: [people.self],
      menteeId: [people.self],
      linkId: [group.linkId],
      importId: [group.importId],
    },
    ...{ mergeId: [hers.needId] },
  }
  if (named[name]) return named[name]
  if (PEOPLE.test(pattern)) return [people.self]
  if (WHOLE_SPACE.test(pattern)) return w.chapters
  if (SPACES.test(pattern)) return [hers.informalMentorshipId, hers.mentorshipId]
  if (/^\/mentoring\/(mine|requests)/.test(pattern)) return [hers.needId]
  if (/^\/programmes/.test(pattern)) return [hers.programmeId, hers.publishedId]
  if (/^\/coordination/.test(pattern)) return [hers.programmeId, hers.publishedId, ...Object.values(schools)]
  return [hers.stintId]
}

/** The addresses of a pattern, with each of her rows in each place. */
export function addressesOf(w: Rows, pattern: string): string[] {
  const [place] = /:\w+/.exec(pattern) ?? []
  if (!place) return [pattern]
  const ids = idsFor(w, pattern, place.slice(1))
  const filled = (id: string) => addressesOf(w, pattern.replace(place, id || w.hers.needId))
  return [...new Set(ids.flatMap(filled))]
}

/** Files and data for a script, which are as they are. */
const isBare = (path: string) => /\.(csv|ics)$|^\/schools\/search/.test(path)

/** What a page's script asks for in its place: all that its loaders say. */
export const dataOf = (path: string) => {
  const [page = '', query] = path.split('?')
  return isBare(page) ? path : `${page === '/' ? '/_root' : page}.data${query ? `?${query}` : ''}`
}
