// A lock file can lose the builds for other machines without a word, and `npm ci` then fails there.

/** The platform packages that entries of the lock ask for and the lock does not hold. */
export function missingFromLock(lock) {
  const missing = new Set()
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isHeld(lock.packages, path, name)) missing.add(name)
    }
  }
  return [...missing].sort()
}

/** Looks a name up as Node does: beside the asking package, then in each folder above it. */
function isHeld(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (packages[`${folder}${folder ? '/' : ''}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}
