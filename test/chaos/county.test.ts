import { LocalDate } from '@js-joda/core'
import { realNow } from '../../activities/realNow'
import { londonMoment } from '../../domain/calendar/london'
import { historiesOf } from '../servers/historiesOf'
import { stepTo } from '../servers/steppedClock'
import { chaosCounty, type ChaosCounty } from './chaosCounty'
import { difference } from './difference'
import { expectedOfTown, type ExpectedTelling } from './expectedOfTown'
import { figuresOf } from './figuresOf'
import { INSTANTS } from './killWhen'
import { leftEarly } from './leftEarly'
import { sizeFromEnvironment } from './sizeFromEnvironment'
import { tellOf } from './tellOf'
import { toldByTheWeek, type ToldByTheWeek } from './toldByTheWeek'
import { whileKilled } from './whileKilled'
import { writtenInTown, type WrittenNotice } from './writtenInTown'
import { mentions } from './mentions'
import { MAILS_AT_ONCE } from '../../worker/startWorker'

const TODAY = LocalDate.parse('2026-11-20')
const FAMILIES = sizeFromEnvironment('CASECLOCK_CHAOS_FAMILIES', { usual: 16, most: 2_000 })
const DAYS = sizeFromEnvironment('CASECLOCK_CHAOS_DAYS', { usual: 30, most: 1_000 })
const LAST = TODAY.plusDays(DAYS)
const EVENING = 20 * 60
/** Real milliseconds: a small machine that others use too, and a minute for every mail whose worker was killed. */
const PATIENCE_MS = 300_000 + FAMILIES * DAYS * 150
const DAY_MS = 24 * 60 * 60 * 1000

describe(`${String(FAMILIES)} families, ${String(DAYS)} days, the worker killed three times`, () => {
  let county: ChaosCounty
  let expected: readonly ExpectedTelling[]
  let written: readonly WrittenNotice[]
  let inbox: readonly string[]
  let weeks: ToldByTheWeek
  let kills: readonly string[]

  beforeAll(async () => {
    const began = realNow()
    county = await chaosCounty({ today: TODAY.toString(), families: FAMILIES })
    const { town } = county
    expected = await expectedOfTown(town, { from: TODAY, to: LAST, firstLook: londonMoment(TODAY, 4 * 60) })
    kills = await whileKilled(county, { from: TODAY, days: DAYS }, () => stepTo(town, londonMoment(LAST, EVENING)))
    written = await writtenInTown(town)
    weeks = await toldByTheWeek(town)
    inbox = (await town.inbox.list()).map(({ messageId }) => messageId)
    const figures = figuresOf({ expected, written, inbox, kills, began })
    tellOf(`${String(FAMILIES)} families, ${String(DAYS)} days`, figures)
  }, PATIENCE_MS)
  afterAll(() => county.stop())

  it('was killed with a case due, with a mail on its way, and with an escalation not taken up', () => {
    expect(kills).toEqual(INSTANTS)
  })

  it('has written every notice that the facts ask for, once, and no other', () => {
    expect(expected.length).toBeGreaterThan(50)
    expect(
      difference(
        expected.map(({ key }) => key),
        written.map(({ key }) => key),
      ),
    ).toEqual({ missing: [], unexpected: [] })
  })

  it('has sent every message, and no other, each once by its Message-ID', () => {
    const asked = [...new Set([...expected.map(({ mailId }) => mailId), ...weeks.mailIds])]
    expect(difference(asked, [...new Set(inbox)])).toEqual({ missing: [], unexpected: [] })
    // A mail whose answer was lost with the worker may be there twice, under the same Message-ID.
    expect(inbox.length - asked.length).toBeLessThanOrEqual(MAILS_AT_ONCE * kills.length)
    expect(written.filter(({ mailState }) => mailState !== 'sent')).toEqual([])
  })

  it('has told each week once to each reader, from its first working day on', () => {
    expect(weeks.mailIds.length).toBeGreaterThan(0)
    expect(weeks.faults).toEqual([])
  })

  it('has told each at its time and none before: digests at 07:30, alerts on working days from 08:00 to 18:00', () => {
    expect(leftEarly(expected, written)).toEqual([])
    // This clock stands still until everything due has been done: nothing is late either, whoever was killed. What is told at once is told
    // in the first hour of its day in which anybody looks.
    const leavesFrom = new Map(expected.map((telling) => [telling.key, telling.leavesFrom]))
    const isOnTime = ({ key, leftAt }: { readonly key: string; readonly leftAt: number | null }): boolean => {
      const from = leavesFrom.get(key) ?? NaN
      return key.includes(' late-3 ') ? leftAt !== null && leftAt >= from && leftAt < from + DAY_MS : leftAt === from
    }
    expect(written.filter((one) => !isOnTime(one))).toEqual([])
  })

  it(
    'keeps every name, reference and address out of the histories',
    async () => {
      const { town } = county
      const personal = await town.db.$queryRaw<{ word: string }[]>`
        select forename || ' ' || surname as word from child union select surname from child union select name from person union select email from person where email is not null
        union select ref from case_file union select source_id from child where source_id is not null`
      expect(personal.length).toBeGreaterThan(100)
      const found = new Set<string>()
      let histories = 0
      let ids = 0
      for await (const history of historiesOf(town.client)) {
        const text = JSON.stringify(history)
        histories += 1
        if (text.includes('case/')) ids += 1
        for (const { word } of personal) if (mentions(text, word)) found.add(word)
      }
      expect([...found]).toEqual([])
      expect(histories).toBeGreaterThan(FAMILIES)
      expect(ids).toBeGreaterThan(0)
    },
    PATIENCE_MS,
  )
})
