import { createServer } from 'node:http'
import { createApp, harden, readEnv } from './app.ts'
import { keepFilesToOurselves } from './own-files.ts'
import { stopOn } from './stop.ts'

/** The API alone, for a deployment that serves its pages elsewhere. */
keepFilesToOurselves()
const env = readEnv()
const app = await createApp(env)
const server = harden(
  createServer((req, res) => {
    void app.guard(req, res, () => {
      if (/^\/trpc(\/|\?|$)/.test(req.url ?? '')) return void app.trpc(req, res)
      res.statusCode = 404
      res.end('There is nothing at this address.\n')
    })
  }),
)
server.listen(env.port, () => console.log(`Wirearchy’s API answers at ${env.origin}/trpc`))
app.startJobs()
stopOn(server, app)
