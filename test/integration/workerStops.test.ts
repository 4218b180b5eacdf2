import path from 'node:path'
import { testTown, type TestTown } from '../servers/testTown'
import { workerProcess } from '../servers/workerProcess'

describe('a worker that is told to stop', () => {
  let town: TestTown
  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-03-02' })
  })
  afterAll(() => town.stop())

  const stopped = async (preload?: string): Promise<{ readonly code: number | null; readonly said: string }> => {
    const worker = workerProcess(town.environment(), preload)
    await worker.ready
    worker.terminate()
    return worker.ended
  }

  it('hands its work back and ends with 0', async () => {
    const { code, said } = await stopped()
    expect(said).toContain('worker ready')
    expect(said).not.toContain('error')
    expect(code).toBe(0)
  })

  it('and fails while it drains, says so and ends with 3', async () => {
    const { code, said } = await stopped(path.join(__dirname, '..', 'servers', 'failsWhileDraining.cjs'))
    expect(said).toContain('worker ready')
    expect(said).toContain('error worker failed (Error TEST_DRAIN)')
    expect(said).toContain('caseclock: ')
    expect(said).not.toMatch(/unhandled|\n +at /i)
    expect(code).toBe(3)
  })
})
