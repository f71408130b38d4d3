/** Keeping people safe from each other: blocks, which dominate every read. */
export { block } from './block.ts'
export { myBlocks } from './my-blocks.ts'
export { unblock } from './unblock.ts'
export { whom } from './whom.ts'
