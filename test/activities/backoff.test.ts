import { makeBackoff } from '../../activities/reconcile/backoff'

const MINUTE_MS = 60 * 1000

describe('how often a process is nudged', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0, doNotFake: ['nextTick'] }))
  afterEach(() => jest.useRealTimers())
  const atMinute = (minute: number) => jest.setSystemTime(minute * MINUTE_MS)
  const name = (id: string) => ({ type: 'caseTimeline', id }) as const

  it('at once, then after 1, 2, 4 … 60 minutes', () => {
    const mayNudge = makeBackoff()
    const nudgedAt: number[] = []
    for (let minute = 0; minute <= 250; minute += 1) {
      atMinute(minute)
      if (mayNudge(name('a'))) nudgedAt.push(minute)
    }
    expect(nudgedAt).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243])
  })

  it('at once again after two quiet hours, and it is forgotten by then: the list does not grow for ever', () => {
    const tried = new Map<string, { at: number; waitMs: number }>()
    const mayNudge = makeBackoff(tried)
    for (const id of ['a', 'b', 'c']) mayNudge(name(id))
    atMinute(1)
    mayNudge(name('a'))
    atMinute(120.5)
    mayNudge(name('d'))
    expect([...tried.keys()]).toEqual(['case/a', 'case/d'])
    atMinute(122)
    expect(mayNudge(name('a'))).toBe(true)
    expect(tried.get('case/a')?.waitMs).toBe(MINUTE_MS)
  })
})
