import { get } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { setUpOthersFirst } from '../../../client/web/app/setUpOthersFirst'
import { CallerGone, underWay } from '../../../client/web/app/underWay'

/** Longer than any test: who waits for it never comes to its end. */
const NEVER_MS = 2 ** 31 - 1

describe('a request with much to work out', () => {
  it('goes on when nobody else is there, and waits for whoever is', async () => {
    const begins = underWay(NEVER_MS)
    const long = begins()
    await long.othersFirst()
    const order: string[] = []
    const other = begins()
    const waited = long.othersFirst().then(() => order.push('the long one'))
    await othersAreLet()
    order.push('the other')
    other.ended()
    await waited
    expect(order).toEqual(['the other', 'the long one'])
  })

  it('takes turns with another of its kind', async () => {
    const begins = underWay(NEVER_MS)
    const order: string[] = []
    const long = async (name: string): Promise<void> => {
      const { othersFirst, ended } = begins()
      for (const piece of [1, 2, 3]) {
        order.push(`${name}${String(piece)}`)
        await othersFirst()
      }
      ended()
    }
    await Promise.all([long('a'), long('b')])
    expect(order).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'])
  })

  it('waits so long in all, and then for nobody any more', async () => {
    const begins = underWay(20)
    const long = begins()
    begins()
    for (let piece = 0; piece < 1_000; piece += 1) await long.othersFirst()
    // A thousand waits of 20 ms would be longer than a test may take.
    await expect(long.othersFirst()).resolves.toBeUndefined()
  })

  it('ends where its caller has gone, while it waits or between two waits, and holds nobody up', async () => {
    const begins = underWay(NEVER_MS)
    const [gone, other, long] = [begins(), begins(), begins()]
    const waited = gone.othersFirst()
    const next = long.othersFirst()
    await othersAreLet()
    gone.ended()
    gone.ended()
    await expect(waited).rejects.toThrow(CallerGone)
    await expect(gone.othersFirst()).rejects.toThrow(CallerGone)
    const order: string[] = []
    const went = next.then(() => order.push('the long one'))
    await othersAreLet()
    order.push('the other')
    other.ended()
    await went
    expect(order).toEqual(['the other', 'the long one'])
  })
})

describe('requests under way', () => {
  let web: FastifyInstance
  let held: (() => void)[] = []
  let order: string[] = []
  beforeEach(async () => {
    held = []
    order = []
    web = fastify()
    setUpOthersFirst(web, NEVER_MS)
    web.get('/long', async ({ othersFirst }) => {
      order.push('long begins')
      await othersFirst()
      order.push('long')
      return 'long'
    })
    web.get('/held', async () => {
      await new Promise<void>((resolve) => held.push(resolve))
      order.push('held')
      return 'held'
    })
    web.get('/broken', () => {
      throw new Error('broken')
    })
    await web.listen({ port: 0, host: '127.0.0.1' })
  })
  afterEach(() => web.close())

  const to = (path: string): string => `http://127.0.0.1:${String((web.server.address() as AddressInfo).port)}${path}`
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await othersAreLet()
  }

  it('are answered first', async () => {
    const other = fetch(to('/held'))
    await until(() => held.length === 1)
    const long = fetch(to('/long'))
    await until(() => order.length === 1)
    held[0]?.()
    await Promise.all([other, long])
    expect(order).toEqual(['long begins', 'held', 'long'])
  })

  it('are over when one fails, is not found, or its caller has hung up', async () => {
    expect((await fetch(to('/broken'))).status).toBe(500)
    expect((await fetch(to('/nothing'))).status).toBe(404)
    const gone = get(to('/held'))
    gone.on('error', () => undefined) // Hanging up is one.
    await until(() => held.length === 1)
    gone.destroy()
    expect(await (await fetch(to('/long'))).text()).toBe('long')
  })

  it('are over when whoever asked for several on one connection hangs up', async () => {
    const { port } = web.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /held HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(3))
    await until(() => held.length === 3)
    socket.destroy()
    expect(await (await fetch(to('/long'))).text()).toBe('long')
  })

  it('ends the work of one whose caller hangs up while it waits', async () => {
    const ended: string[] = []
    const other = fetch(to('/held'))
    await until(() => held.length === 1)
    const gone = get(to('/long'))
    gone.on('error', () => ended.push('gone')) // Hanging up is one.
    await until(() => order.length === 1)
    gone.destroy()
    await until(() => ended.length === 1)
    const long = fetch(to('/long'))
    await until(() => order.length === 2)
    held[0]?.()
    await Promise.all([other, long])
    expect(order).toEqual(['long begins', 'long begins', 'held', 'long'])
  })
})

const othersAreLet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
