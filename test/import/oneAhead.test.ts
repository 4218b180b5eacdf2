import { oneAhead } from '../../activities/import/run/oneAhead'

/** Work that a test ends by hand. */
function byHand(): {
  readonly work: () => Promise<void>
  readonly end: () => void
  readonly fail: (why: Error) => void
} {
  let end!: () => void
  let fail!: (why: Error) => void
  const promise = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { work: () => promise, end, fail }
}

describe('work that goes on while the next is made ready', () => {
  it('is one at a time, in order', async () => {
    const inTurn = oneAhead()
    const first = byHand()
    const begun: string[] = []
    await inTurn.next(() => {
      begun.push('first')
      return first.work()
    })
    const second = inTurn.next(() => {
      begun.push('second')
      return Promise.resolve()
    })
    await Promise.resolve()
    expect(begun).toEqual(['first'])
    first.end()
    await second
    expect(begun).toEqual(['first', 'second'])
  })

  it('throws what failed where the next would begin, and begins nothing', async () => {
    const inTurn = oneAhead()
    await inTurn.next(() => Promise.reject(new Error('no room')))
    const begun = jest.fn(() => Promise.resolve())
    await expect(inTurn.next(begun)).rejects.toThrow('no room')
    expect(begun).not.toHaveBeenCalled()
  })

  it('throws what failed last when it is done, and waits for it without throwing when something else went wrong', async () => {
    const inTurn = oneAhead()
    const last = byHand()
    await inTurn.next(last.work)
    const waited = inTurn.settled()
    last.fail(new Error('cut off'))
    await waited
    await expect(inTurn.done()).rejects.toThrow('cut off')
  })
})
