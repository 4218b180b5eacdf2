import { runTogether, type Runnable } from '../../worker/runTogether'

interface Fake extends Runnable {
  readonly end: () => void
  readonly fail: (why: string) => void
}

/** A worker whose end the test decides. */
function fake(): Fake {
  let state = 'RUNNING'
  let end: () => void = () => undefined
  let fail: (why: string) => void = () => undefined
  const run = new Promise<void>((resolve, reject) => {
    end = () => {
      state = 'STOPPED'
      resolve()
    }
    fail = (why) => {
      state = 'FAILED'
      reject(new Error(why))
    }
  })
  return {
    run: () => run,
    getState: () => state,
    shutdown: () => {
      state = 'DRAINING'
    },
    end: () => {
      end()
    },
    fail: (why) => {
      fail(why)
    },
  }
}

const pair = (): { clocks: Fake; mail: Fake; together: ReturnType<typeof runTogether> } => {
  const [clocks, mail] = [fake(), fake()]
  return { clocks, mail, together: runTogether([clocks, mail]) }
}

describe('two workers that stand and fall together', () => {
  it('drain on stop, which ends when both have', async () => {
    const { clocks, mail, together } = pair()
    const stopped = together.stop()
    expect([clocks.getState(), mail.getState()]).toEqual(['DRAINING', 'DRAINING'])
    clocks.end()
    mail.end()
    await expect(stopped).resolves.toBeUndefined()
    await expect(together.finished).resolves.toBeUndefined()
  })

  it('tell of a failure while draining, after the other has drained', async () => {
    const { clocks, mail, together } = pair()
    const stopped = together.stop()
    let settled = false
    const watch = stopped.catch(() => (settled = true))
    clocks.fail('no answer while draining')
    await expect(together.finished).rejects.toThrow('no answer while draining')
    expect(settled).toBe(false) // the other still drains
    mail.end()
    await expect(stopped).rejects.toThrow('no answer while draining')
    await watch
  })

  it('when one fails while running the other drains, and both who ask hear why', async () => {
    const { clocks, mail, together } = pair()
    mail.fail('the queue is gone')
    await expect(together.finished).rejects.toThrow('the queue is gone')
    expect(clocks.getState()).toBe('DRAINING')
    clocks.end()
    await expect(together.stop()).rejects.toThrow('the queue is gone')
  })

  it('tell of both when both fail', async () => {
    const { clocks, mail, together } = pair()
    const stopped = together.stop()
    clocks.fail('one')
    mail.fail('two')
    await expect(stopped).rejects.toMatchObject({ errors: [new Error('one'), new Error('two')] })
  })
})
