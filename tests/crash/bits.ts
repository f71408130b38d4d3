import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'

/** Turns one bit of a file round. @returns where it was */
export function flipBit(path: string, below: (n: number) => number): number {
  const file = openSync(path, 'r+')
  const at = below(fstatSync(file).size)
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  byte[0] = (byte[0] as number) ^ (1 << below(8))
  writeSync(file, byte, 0, 1, at)
  closeSync(file)
  return at
}
