import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { setUpOthersFirst } from '../../../client/web/app/setUpOthersFirst'
import { underWay } from '../../../client/web/app/underWay'

/** Longer than any test: who waits for it never comes to its end. */
const NEVER_MS = 2 ** 31 - 1

describe('a request with much to work out', () => {
  it('goes on when nobody else is there, and waits for whoever is', async () => {
    const { begun, ended, othersFirst } = underWay(NEVER_MS)
    begun()
    await othersFirst()
    const order: string[] = []
    begun()
    const waited = othersFirst().then(() => order.push('the long one'))
    await othersAreLet()
    order.push('the other')
    ended()
    await waited
    expect(order).toEqual(['the other', 'the long one'])
  })

  it('takes turns with another of its kind', async () => {
    const { begun, ended, othersFirst } = underWay(NEVER_MS)
    const order: string[] = []
    const long = async (name: string): Promise<void> => {
      begun()
      for (const piece of [1, 2, 3]) {
        order.push(`${name}${String(piece)}`)
        await othersFirst()
      }
      ended()
    }
    await Promise.all([long('a'), long('b')])
    expect(order).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'])
  })

  it('comes to its end however busy it is', async () => {
    const { begun, othersFirst } = underWay(1)
    begun()
    begun()
    await expect(othersFirst()).resolves.toBeUndefined()
    await expect(othersFirst()).resolves.toBeUndefined()
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
    web.get('/long', async () => {
      order.push('long begins')
      await web.othersFirst()
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
})

const othersAreLet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
