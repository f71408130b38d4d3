import { openNetworkIndex } from '@wirearchy/domain/network'
import type { House } from './context.ts'

/**
 * Builds the index of the network beside everything else: until it stands, and where it is switched off, the
 * same questions are answered in SQL.
 * @returns when it stands, and a way to leave off that waits for the read in hand
 */
export function startIndex(house: House) {
  let goesOn = house.env.graphIndex
  const stands = goesOn ? open(house, () => goesOn) : Promise.resolve()
  return {
    stands,
    async stop() {
      goesOn = false
      await stands
    },
  }
}

async function open(house: House, goesOn: () => boolean) {
  try {
    const index = await openNetworkIndex(house.store, goesOn)
    if (goesOn()) house.index = index
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string }
    console.error(JSON.stringify({ level: 'warn', index: [name, code].filter(Boolean).join(' ') }))
  }
}
