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
})
