import type { LocalDate } from '@js-joda/core'
import { londonMoment } from '../../domain/calendar/london'
import type { ChaosCounty } from './chaosCounty'
import { INSTANTS, killWhen, type Instant } from './killWhen'

const DAY_MS = 24 * 60 * 60 * 1000

interface Span {
  readonly from: LocalDate
  readonly days: number
}

/**
 * Takes the clock through a span of days and kills the worker once in each of the INSTANTS meanwhile: from a tenth, four and seven tenths of
 * the way on, so that none is at the edge and time is left to come back from the last. Answers what the worker had in its hands each time.
 * Rejects as soon as the clock cannot be taken on, a kill cannot be tried, or the worker ends by itself.
 */
export async function whileKilled(
  { town, worker }: ChaosCounty,
  { from, days }: Span,
  takeClockThrough: () => Promise<void>,
): Promise<readonly Instant[]> {
  const over = new AbortController()
  const kills: Instant[] = []
  const killing = async (): Promise<void> => {
    for (const [index, instant] of INSTANTS.entries()) {
      const earliest = londonMoment(from, 0) + (days * DAY_MS * (1 + 3 * index)) / 10
      if ((await killWhen(town, worker, { from: earliest, instant, over: over.signal })) === 'killed')
        kills.push(instant)
    }
  }
  const running = Promise.race([takeClockThrough(), worker.failed]).finally(() => {
    over.abort()
  })
  await Promise.all([running, killing()])
  return kills
}
