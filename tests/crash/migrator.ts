/** A process that brings a database up to date, saying when it begins: it is killed somewhere in between. */
import { writeSync } from 'node:fs'
import { migrate } from '@wirearchy/db'

const { url, folder } = JSON.parse(process.argv[2] as string) as { url: string; folder: string }
writeSync(1, 'begin\n')
migrate(url, { folder })
writeSync(1, 'end\n')
