import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { realNow } from '../activities/realNow'

/** Real milliseconds since the last `reconcile` after which a worker is not ready. */
const READY_WITHIN_MS = 5 * 60 * 1000

interface Answer {
  readonly status: 200 | 404 | 503
  readonly text: string
}

export interface Health {
  readonly port: number
  close(): void
}

/**
 * Answers /health/live while the process runs, whatever else is away: a probe that asked the database would end every worker when the database
 * starts anew. /health/ready while `reconcile` does its work. `port`: 0 for any free one. Rejects when the port is taken.
 * `reconciledAt`: real time of the last `reconcile`, epoch milliseconds; null when there was none.
 */
export async function answerHealth(port: number, reconciledAt: () => Promise<number | null>): Promise<Health> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '', reconciledAt).then(({ status, text }) => {
      response.writeHead(status, { 'content-type': 'text/plain' }).end(text)
    })
  }).listen(port)
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

async function answer(url: string, reconciledAt: () => Promise<number | null>): Promise<Answer> {
  const [path = ''] = url.split('?')
  switch (path) {
    case '/health/live':
      return { status: 200, text: 'ok' }
    case '/health/ready':
      return ready(reconciledAt)
    default:
      return { status: 404, text: 'ask /health/live or /health/ready' }
  }
}

async function ready(reconciledAt: () => Promise<number | null>): Promise<Answer> {
  try {
    const at = await reconciledAt()
    return at !== null && realNow() - at < READY_WITHIN_MS
      ? { status: 200, text: 'ok' }
      : { status: 503, text: 'reconcile has not run in the last five minutes' }
  } catch {
    return { status: 503, text: 'the database does not answer' }
  }
}
