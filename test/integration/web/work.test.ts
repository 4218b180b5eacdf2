import { LocalDate } from '@js-joda/core'
import { setCover } from '../../../client/commands/setCover'
import { randomUUID } from 'node:crypto'
import { PEOPLE, workTown, type WorkTown } from './workTown'

/** What stands in one part of the page. */
const part = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to))

describe('a social worker’s home', () => {
  let town: WorkTown
  beforeAll(async () => {
    town = await workTown()
  })
  afterAll(() => town.stop())

  const home = async (person: string = PEOPLE.worker) => (await town.visitorAs(person)).get('/my-work')

  it('counts what its lists show, late first, with how late, who was told and why', async () => {
    const { text, body } = await home()
    const lateCount = Number(/(\d+) things? (?:is|are) late/.exec(text)?.[1])
    const late = /<section id="late"[\s\S]*?<\/section>/.exec(body)?.[0] ?? ''
    expect(late.match(/<li class="cc-work/g)).toHaveLength(lateCount)
    const week = /<section id="this-week"[\s\S]*?<\/section>/.exec(body)?.[0] ?? ''
    expect(week.match(/<li class="cc-work/g) ?? []).toHaveLength(Number(/(\d+) due this week/.exec(text)?.[1] ?? 0))
    expect(part(text, 'Late', 'This week')).toMatch(
      /T-1 First core group was due Monday 23 February 2026 · 20 working days late/,
    )
    expect(late).toMatch(/\/cases\/T-1\/record\/core-group-held\?due=[0-9a-f-]{36}&amp;back=\/my-work/)
    expect(late).toMatch(/\/cases\/T-1\/why\/[0-9a-f-]{36}/)
  })

  it('shows no case of another team and none that is closed to the reader, nor counts it', async () => {
    const { text } = await home()
    expect(text).not.toContain('T-77')
    expect(text).not.toContain('T-88')
    expect(text).toContain('1 child, 1 family')
    const stranger = await home(town.stranger)
    expect(stranger.text).toContain('T-77')
    expect(stranger.text).not.toContain('T-1 ')
  })

  it('says what a manager was told, and of a mail that came back or was not taken that nobody was', async () => {
    const told = async (): Promise<string> =>
      part((await home()).text, 'What my managers were told', 'Not for emergencies')
    expect(await told()).toMatch(
      /First core group, late, was due Monday 23 February 2026 .* told (Mon|Tues|Wednes|Thurs|Fri)day .* as /,
    )
    await town.db
      .$executeRaw`update message set state = 'bounced' where recipient_id = ${PEOPLE.teamManager}::uuid and state = 'sent'`
    expect(await told()).toMatch(/Mail to Person teamManager \(.*\) on .* 2026, as .*: it came back/)
    await town.db
      .$executeRaw`update message set state = 'failed' where recipient_id = ${PEOPLE.teamManager}::uuid and state = 'bounced'`
    expect(await told()).toContain(': it could not be delivered')
    await town.db
      .$executeRaw`update message set state = 'sending' where recipient_id = ${PEOPLE.teamManager}::uuid and state = 'failed'`
    expect(await told()).not.toMatch(/Mail to Person|By mail/)
    await town.db
      .$executeRaw`update message set state = 'sent' where recipient_id = ${PEOPLE.teamManager}::uuid and state = 'sending'`
  })

  it('says what others recorded since yesterday, and not what the reader did', async () => {
    await town.record({ ref: 'T-1', kind: 'progress-recorded', actorId: PEOPLE.teamManager, on: '2026-03-20' })
    await town.record({
      ref: 'T-1',
      kind: 'care-measured',
      actorId: PEOPLE.worker,
      on: '2026-03-20',
      data: { tool: 'GCP2' },
    })
    await town
      .record({ ref: 'T-88', kind: 'progress-recorded', actorId: PEOPLE.headOfService, on: '2026-03-20' })
      .catch(() => '')
    const changed = part((await home()).text, 'What changed on my cases', 'What my managers were told')
    expect(changed).toContain('Progress seen for the child')
    expect(changed).toContain('Friday 20 March 2026')
    expect(changed).not.toContain('measured')
  })

  it('says that a date is being worked out anew where something was recorded since', async () => {
    expect((await home()).text).toContain('this date is being worked out again')
    await town.plan()
    expect((await home()).text).not.toContain('this date is being worked out again')
  })

  it('shows the work of somebody who is away to who covers for them, and for whom', async () => {
    expect((await home(PEOPLE.otherWorker)).text).toContain('You hold no case.')
    const made = await setCover(
      { db: town.db, processes: town.processes },
      {
        ...{
          personId: PEOPLE.worker,
          coverId: PEOPLE.otherWorker,
          reason: 'leave',
          from: LocalDate.parse('2026-03-23'),
          to: LocalDate.parse('2026-03-27'),
        },
        ...{ actorId: PEOPLE.teamManager, commandId: randomUUID() },
      },
    )
    expect(made).toMatchObject({ accepted: true })
    expect((await home(PEOPLE.otherWorker)).text).toMatch(/T-1 First core group · for Person worker, who is away/)
  })
})
