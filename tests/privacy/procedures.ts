import { appRouter } from '@wirearchy/api/router'

interface Procedure {
  _def: { type: 'query' | 'mutation' | 'subscription'; inputs: unknown[] }
}

/** Everything that can be asked, by path, as the router itself has it. */
export const PROCEDURES = Object.entries(
  appRouter._def.procedures as unknown as Record<string, Procedure>,
).map(([path, { _def }]) => ({ path, type: _def.type, takesInput: _def.inputs.length > 0 }))
