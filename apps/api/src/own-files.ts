/**
 * Whatever this process writes to a disk, no other account of the machine reads: the database and its backups hold what
 * people wrote for nobody else. Called first by everything that opens them.
 */
export const keepFilesToOurselves = () => process.umask(0o077)
