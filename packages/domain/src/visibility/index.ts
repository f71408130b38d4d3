/** The one rule of who may see what: one SQL set that starts at the viewer, in the where of every read. */
export { lastingId } from './lasting.ts'
export {
  type AudienceField,
  DEFAULT_LEVELS,
  LEVELS,
  type Level,
  levelsWithin,
  REACH,
  reachFor,
} from './reach.ts'
export { blockedWith, ledSchools, liveOn, nearbyStints, overlap, peerMemberships, sight } from './sight.ts'
export { canSee, levelsFor, mustSee, reachTo, visibleStints, visibleTo } from './visible.ts'
