import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { askSafely } from '../../activities/planning/askSafely'
import { RulesUnreadable } from '../../activities/planning/rulesUnreadable'

const first = (): Promise<never> => Promise.reject(new TypeError('what went wrong'))

describe('an ask that fails', () => {
  const written: string[] = []
  const logged: string[] = []
  beforeEach(() => {
    written.length = 0
    logged.length = 0
  })
  const write = (why: string): Promise<void> => {
    written.push(why)
    return Promise.resolve()
  }
  /** In an activity that was scheduled so long ago. */
  const since = (ms: number, writeProblem: (why: string) => Promise<void>, ask = first): Promise<unknown> =>
    new MockActivityEnvironment(
      { scheduledTimestampMs: Date.now() - ms },
      { logger: new DefaultLogger('WARN', ({ message }) => logged.push(message)) },
    ).run(() => askSafely(60_000, ask, writeProblem))

  it('is thrown on, and not written down at once', async () => {
    await expect(since(1_000, write)).rejects.toThrow('what went wrong')
    expect(written).toEqual([])
  })

  it('is written down after a time', async () => {
    await expect(since(61_000, write)).rejects.toThrow('what went wrong')
    expect(written).toEqual(['TypeError'])
    expect(logged).toEqual(['Activity failed'])
  })

  it('is written down in full where rules cannot be read: nothing else says which', async () => {
    const unreadable = () => Promise.reject(new RulesUnreadable('The rules odd@1 cannot be read.'))
    await expect(since(61_000, write, unreadable)).rejects.toThrow('odd@1')
    expect(written).toEqual(['The rules odd@1 cannot be read.'])
  })

  it('is thrown on also when it cannot be written down; the log says so', async () => {
    const away = () => Promise.reject(Object.assign(new Error('database'), { code: 'P1001' }))
    await expect(since(61_000, away)).rejects.toThrow('what went wrong')
    expect(logged[0]).toBe('its problem (TypeError) could not be written down (Error P1001)')
  })

  it('is thrown on outside a worker', async () => {
    await expect(askSafely(0, first, write)).rejects.toThrow('what went wrong')
    expect(written).toEqual([])
  })
})
