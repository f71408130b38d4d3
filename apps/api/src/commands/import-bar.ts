const WIDTH = 30
const SAYS = {
  check: 'Checking the file',
  stage: 'Reading the rows',
  apply: 'Bringing them in',
  changes: 'What follows',
}

/** A line on a terminal that shows how far a step is. */
export interface Bar {
  show(progress: { stage: keyof typeof SAYS; done: number; total: number }): void
  clear(): void
}

export function progressBar(to: { write(text: string): unknown }): Bar {
  let last = ''
  return {
    show({ stage, done, total }) {
      const part = Math.min(1, done / Math.max(1, total))
      const full = '█'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '░')
      const line = `\r${SAYS[stage].padEnd(20)} ${full} ${String(Math.floor(part * 100)).padStart(3)} %`
      if (line !== last) to.write(line)
      last = line
    },
    clear() {
      if (last) to.write('\r\u001b[K')
      last = ''
    },
  }
}
