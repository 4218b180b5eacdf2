import { answerHealth, type Health } from '../../worker/health'

const MINUTE_MS = 60 * 1000

describe('the health of a worker', () => {
  let health: Health | undefined
  afterEach(() => health?.close())

  const ask = async (path: string, reconciledAt: () => Promise<number | null>): Promise<[number, string]> => {
    health = await answerHealth(0, reconciledAt)
    const answer = await fetch(`http://127.0.0.1:${String(health.port)}${path}`)
    return [answer.status, await answer.text()]
  }
  const minutesAgo = (minutes: number) => () => Promise.resolve(Date.now() - minutes * MINUTE_MS)
  const away = () => Promise.reject(new Error('connection refused'))
  const silent = () => new Promise<null>(() => undefined)

  it.each([
    ['is away', away],
    ['does not answer', silent],
  ])('lives while the database %s', async (_how, database) => {
    expect(await ask('/health/live', database)).toEqual([200, 'ok'])
  })

  it('is ready while reconcile does its work', async () => {
    expect(await ask('/health/ready', minutesAgo(4))).toEqual([200, 'ok'])
  })

  it.each([
    ['reconcile has stopped', minutesAgo(6), 'reconcile has not run in the last five minutes'],
    ['reconcile has never run', () => Promise.resolve(null), 'reconcile has not run in the last five minutes'],
    ['the database is away', away, 'the database does not answer'],
  ])('is not ready when %s', async (_why, reconciledAt, says) => {
    expect(await ask('/health/ready', reconciledAt)).toEqual([503, says])
  })

  it('refuses an address it does not know, so that a mistyped probe is noticed', async () => {
    expect((await ask('/health/alive', minutesAgo(1)))[0]).toBe(404)
  })

  it('rejects when its port is taken', async () => {
    health = await answerHealth(0, away)
    await expect(answerHealth(health.port, away)).rejects.toThrow('EADDRINUSE')
  })
})
