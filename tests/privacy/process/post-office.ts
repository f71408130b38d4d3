import { createServer, type Socket } from 'node:net'

/** A mail server that keeps each message as it was carried, envelope and all, and refuses the first it is given. */
export async function postOffice() {
  const messages: string[] = []
  const sockets = new Set<Socket>()
  let refusals = 1
  const server = createServer((socket) => {
    sockets.add(socket)
    let [heard, isInData, envelope] = ['', false, '']
    const say = (line: string) => socket.write(`${line}\r\n`)
    const command = (line: string) => {
      if (/^RCPT/i.test(line) && refusals-- > 0) return say(`451 Not now: ${line}`)
      if (/^(MAIL|RCPT)/i.test(line)) envelope += `${line}\r\n`
      if (/^QUIT/i.test(line)) return socket.end('221 Bye\r\n')
      isInData = /^DATA/i.test(line)
      say(isInData ? '354 Go on' : '250 Yes')
    }
    socket.on('data', (chunk) => {
      heard += chunk.toString()
      for (let end = heard.indexOf('\r\n'); !isInData && end >= 0; end = heard.indexOf('\r\n')) {
        const line = heard.slice(0, end)
        heard = heard.slice(end + 2)
        command(line)
      }
      const end = isInData ? heard.indexOf('\r\n.\r\n') : -1
      if (end < 0) return
      messages.push(envelope + heard.slice(0, end))
      ;[heard, isInData, envelope] = [heard.slice(end + 5), false, '']
      say('250 Kept')
    })
    socket.on('error', () => {})
    say('220 Here')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** A message with what its encoding hides laid open: quoted-printable lines joined and read, base64 parts as well. */
export function laidOpen(message: string): string {
  const joined = message.replaceAll('=\r\n', '')
  const read = joined.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  const packed = [...message.matchAll(/(?:^[A-Za-z0-9+/]{4,76}={0,2}\r?$\n?){1,}/gm)]
  const words = [...message.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/gi)]
  const opened = [...packed.map(([text]) => text), ...words.map(([, text]) => text ?? '')]
  return [message, joined, read, ...opened.map((text) => Buffer.from(text, 'base64').toString())].join('\n')
}
