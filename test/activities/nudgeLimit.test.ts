import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { Client, Connection } from '@temporalio/client'
import { temporalProcesses } from '../../activities/temporal/temporalProcesses'

describe('a Temporal server that takes a connection and does not answer', () => {
  const sockets: Socket[] = []
  let server: Server
  let connection: Connection
  beforeAll(async () => {
    server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    connection = Connection.lazy({ address: `127.0.0.1:${String((server.address() as AddressInfo).port)}` })
  })
  afterAll(async () => {
    await connection.close()
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  it('costs who recorded something a second, and the nudge is missed', async () => {
    const missed: string[] = []
    const processes = temporalProcesses(new Client({ connection }), ({ id }) => missed.push(id))
    const began = performance.now()
    expect(await processes.nudge([{ type: 'caseTimeline', id: 'one' }])).toBe(0)
    const took = performance.now() - began
    expect(took).toBeGreaterThan(900)
    expect(took).toBeLessThan(3_000)
    expect(missed).toEqual(['one'])
  })

  it('costs no more for two thousand, and one line says how many were missed', async () => {
    const missed: string[] = []
    const processes = temporalProcesses(new Client({ connection }), ({ id }, why) => missed.push(`${id} ${why}`))
    const began = performance.now()
    const names = Array.from({ length: 2_000 }, (_, at) => ({ type: 'caseTimeline' as const, id: String(at) }))
    expect(await processes.nudge(names)).toBe(0)
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(missed).toEqual([expect.stringMatching(/^0 .*; 1999 more$/)])
  })
})

describe('a Temporal server that answers some', () => {
  const answers = (reachable: (id: string) => boolean) => {
    const missed: string[] = []
    let tried = 0
    const reach = (_type: string, { args }: { args: readonly string[] }): Promise<void> => {
      tried += 1
      return reachable(args[0] ?? '') ? Promise.resolve() : Promise.reject(new Error('away'))
    }
    const client = {
      withDeadline: (_deadline: number, ask: () => Promise<unknown>) => ask(),
      workflow: { signalWithStart: reach, start: reach },
    } as unknown as Client
    const processes = temporalProcesses(client, ({ id }, why) => missed.push(`${id} ${why}`))
    return { processes, missed, tried: () => tried }
  }
  const names = Array.from({ length: 60 }, (_, at) => ({ type: 'caseTimeline' as const, id: String(at) }))

  it('is asked for every other one', async () => {
    const one = answers((id) => id !== '7' && id !== '9')
    expect(await one.processes.nudge(names)).toBe(58)
    expect(one.missed).toEqual(['7 away; 1 more'])
  })

  it('is not nudged on after twenty that could not be reached', async () => {
    const none = answers((id) => Number(id) < 20)
    expect(await none.processes.nudge(names)).toBe(20)
    expect([none.tried(), none.missed]).toEqual([40, ['20 away; 39 more']])
  })

  it('starts all it can: nobody waits for that', async () => {
    const few = answers((id) => Number(id) >= 40)
    expect(await few.processes.ensure(names)).toBe(20)
    expect([few.tried(), few.missed]).toEqual([60, ['0 away; 39 more']])
  })
})
