// The lock file holds every platform's packages, and nothing older than the floors of tooling/floors.json.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingFromLock } from '../setup/lock.mjs'
import { root } from '../setup/machine.mjs'
import { finish } from './finish.mjs'

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const lock = read('package-lock.json')
const floors = read('tooling/floors.json')

finish(
  [...missingFromLock(lock).map((name) => `package-lock.json lacks ${name}`), ...belowFloor()],
  `${Object.keys(lock.packages).length} packages`,
)

function belowFloor() {
  return Object.entries(floors).flatMap(([name, floor]) => {
    const held = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
    if (held.length === 0) return [`${name} has a floor and is no longer used`]
    return held
      .filter(([path, { version }]) => path !== floor.except && isOlder(version, floor['at least']))
      .map(([path, { version }]) => `${path} is ${version}; at least ${floor['at least']}: ${floor.why}`)
  })
}

function isOlder(version, floor) {
  const [a, b] = [version, floor].map((text) => text.split('.').map(Number))
  const at = a.findIndex((part, index) => part !== b[index])
  return at >= 0 && a[at] < b[at]
}
