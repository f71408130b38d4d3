import { newId } from '@wirearchy/domain'
import type { Token } from './tokens.ts'
import type { TessWorld } from './world.ts'

/** A row's beginning: its id and when it was written. */
export const row = (w: TessWorld) => ({ id: newId(w.house.ctx().now), createdAt: 1 })
export const said = (w: TessWorld, token: Token) => w.tokens[token][0] as string
