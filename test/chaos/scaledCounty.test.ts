import { setTimeout as wait } from 'node:timers/promises'
import { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { realNow } from '../../activities/realNow'
import { builtInRules } from '../../activities/planning/rules'
import { setClock } from '../../client/commands/setClock'
import { londonDay, londonMinutes, londonMoment } from '../../domain/calendar/london'
import { nextWorkingDayFrom } from '../../domain/calendar/workingDays'
import type { InboxRow } from '../../client/inbox/inboxRow'
import { stepTo } from '../servers/steppedClock'
import { chaosCounty, type ChaosCounty } from './chaosCounty'
import { difference } from './difference'
import { expectedOfTown, type ExpectedTelling } from './expectedOfTown'
import { figuresOf } from './figuresOf'
import { INSTANTS } from './killWhen'
import { lateTellingFaults } from './lateTellings'
import { leftEarly } from './leftEarly'
import { sizeFromEnvironment } from './sizeFromEnvironment'
import { tellOf } from './tellOf'
import { toldByTheWeek, type ToldByTheWeek } from './toldByTheWeek'
import { whileKilled } from './whileKilled'
import { writtenInTown, type WrittenNotice } from './writtenInTown'
import { MAILS_AT_ONCE } from '../../worker/startWorker'

const TODAY = LocalDate.parse('2026-11-20')
const FAMILIES = sizeFromEnvironment('CASECLOCK_CHAOS_FAMILIES', { usual: 24, most: 2_000 })
const DAYS = sizeFromEnvironment('CASECLOCK_CHAOS_DAYS', { usual: 8, most: 1_000 })
const REAL_MS_PER_DAY = 3_000
const SCALE = (24 * 60 * 60 * 1000) / REAL_MS_PER_DAY
const EVENING = 20 * 60
const PATIENCE_MS = 300_000 + DAYS * REAL_MS_PER_DAY * 2 + FAMILIES * DAYS * 100
/** File times tick this often at the slowest: a mail may seem to have come so much too early. Real milliseconds. */
const FILE_TICK_MS = 10

// Hours of lateness are nothing to assert here: at this pace a worker that starts anew is a day and a half late. Order and uniqueness are.
describe(`${String(FAMILIES)} families, ${String(DAYS)} days of three seconds, the worker killed three times`, () => {
  let county: ChaosCounty
  let last: LocalDate
  let expected: readonly ExpectedTelling[]
  let written: readonly WrittenNotice[]
  let inbox: readonly InboxRow[]
  let weeks: ToldByTheWeek
  let clockAt: (real: number) => number
  let stoppedAt: number
  let kills: readonly string[]

  beforeAll(async () => {
    const began = realNow()
    county = await chaosCounty({ today: TODAY.toString(), families: FAMILIES })
    const { town, worker } = county
    await setClock(town, { scale: SCALE })
    const [clock] = await town.db.$queryRaw<{ offset_ms: bigint }[]>`select offset_ms from authority where id = 1`
    clockAt = (real) => real * SCALE + Number(clock?.offset_ms)
    const evening = londonMoment(TODAY.plusDays(DAYS), EVENING)
    kills = await whileKilled(county, { from: TODAY, days: DAYS }, () => untilClock(town, evening))
    // The clock stands still again, and what is late catches up before anybody counts.
    stoppedAt = realNow()
    await setClock(town, { scale: 0 })
    const { now } = await readClock(town.db)
    const day = londonDay(now)
    last = nextWorkingDayFrom(londonMinutes(now) < EVENING ? day : day.plusDays(1), builtInRules().calendar)
    await Promise.race([stepTo(town, londonMoment(last, EVENING)), worker.failed])
    expected = await expectedOfTown(town, { from: TODAY, to: last, firstLook: londonMoment(TODAY, 4 * 60) })
    written = await writtenInTown(town)
    weeks = await toldByTheWeek(town)
    inbox = await town.inbox.list()
    const { toldAsOne, rungsStillToCome } = lateTellingFaults(expected, written, { rules: builtInRules(), last })
    const ids = inbox.map(({ messageId }) => messageId)
    tellOf(`${String(FAMILIES)} families, ${String(DAYS)} days at 3 s a day, caught up to ${last.toString()}`, {
      ...figuresOf({ expected, written, inbox: ids, kills, began }),
      'told as one with a newer step': toldAsOne,
      'rungs still to come because the one below was late': rungsStillToCome,
    })
  }, PATIENCE_MS)
  afterAll(() => county.stop())

  it('was killed with a case due, with a mail on its way, and with an escalation not taken up', () => {
    expect(kills).toEqual(INSTANTS)
  })

  it('has written every notice that the facts ask for, once and in order, and no other', () => {
    expect(expected.length).toBeGreaterThan(20)
    expect(lateTellingFaults(expected, written, { rules: builtInRules(), last }).faults).toEqual([])
  })

  it('has sent every message once by its Message-ID', () => {
    const messages = [...new Set([...written.map(({ mailId }) => mailId ?? 'none'), ...weeks.mailIds])]
    const kept = new Set(inbox.map(({ messageId }) => messageId))
    expect(difference(messages, [...kept])).toEqual({ missing: [], unexpected: [] })
    expect(inbox.length - kept.size).toBeLessThanOrEqual(MAILS_AT_ONCE * kills.length)
    expect(written.filter(({ mailState }) => mailState !== 'sent')).toEqual([])
  })

  it('has told nothing before its time, by the clock and by the time at which the sink took the mail', () => {
    const arrived = new Map<string, number>()
    for (const { messageId, receivedAt } of inbox) {
      const real = Date.parse(receivedAt)
      if (real < stoppedAt)
        arrived.set(messageId, Math.min(clockAt(real + FILE_TICK_MS), arrived.get(messageId) ?? Infinity))
    }
    expect(leftEarly(expected, written, arrived)).toEqual([])
    expect(arrived.size).toBeGreaterThan(0)
  })
})

async function untilClock({ db }: ChaosCounty['town'], moment: number): Promise<void> {
  while ((await readClock(db)).now < moment) await wait(50)
}
