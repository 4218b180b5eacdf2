import { casePage } from '../../client/queries/casePage'
import { PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

/** A plan made on 18 March 2026: its first review is due on 18 June. Progress was last recorded on 19 May: 20 working days are over on 17 June. */
describe('one alert for one matter', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    await quiet.moveTo('2026-03-18')
    await record('assessment-authorised')
    await record('icpc-held', { outcome: 'plan', quorate: true })
    await record('plan-started', { plan: 'cpp', category: 'neglect' })
    for (const day of ['2026-03-31', '2026-04-10', '2026-04-28', '2026-05-05', '2026-05-19', '2026-05-26']) {
      await quiet.moveTo(day)
      await record('core-group-held', { quorate: true, absent: [] })
      if (day < '2026-05-20') await record('progress-recorded')
    }
  })
  afterEach(() => quiet.stop())

  const record = (kind: string, data: object = {}): Promise<string> =>
    quiet.record({ ref: 'T-1', kind, data, actorId: PEOPLE.worker })
  const dayComes = async (day: string, minutes = 17 * 60 + 30): Promise<void> => {
    await quiet.moveTo(day, minutes)
    await quiet.plan()
    await quiet.deliver()
  }
  const alerts = async () =>
    (
      await quiet.db.$queryRaw<{ lead: string; members: string[]; state: string }[]>`
        select l.rule as lead, e.state, array(select o.rule from escalation_member m join obligation o on o.id = m.obligation_id
          where m.escalation_id = e.id and (m.left_at is null or m.left_at = e.ended_at) order by m.leads desc, o.rule) as members
        from escalation e join obligation l on l.id = e.obligation_id order by e.opened_at, e.id`
    ).map(({ lead, members, state }) => `${state} ${lead}: ${members.join(' ')}`)
  const review = async () =>
    (await casePage(quiet.db, 'T-1'))?.escalations.find(({ title }) => title === 'Review conference')
  const mailsAbout = (what: string) => quiet.mails.filter(({ subject }) => subject.includes(what))

  it('a late review with drift beside it is one alert with its evidence, and its drift had no mail of its own since', async () => {
    await dayComes('2026-06-17')
    const before = await alerts()
    expect(before.filter((line) => line.includes('no-progress'))).toEqual(['open no-progress: no-progress'])
    await dayComes('2026-06-18')
    const open = (await alerts()).filter((line) => /review-first|no-progress/.test(line))
    expect(open).toEqual(['open review-first: review-first no-progress'])
    const [mail] = mailsAbout('review conference').filter(({ to }) => to.address.startsWith('teammanager'))
    expect(mail?.text).toMatch(/What goes with it:\n- .*rogress.*, found on 17 June 2026/)
    // The service manager, who stands on the next rung, reads both in one mail.
    await dayComes('2026-06-23')
    expect(mailsAbout('review conference').filter(({ to }) => to.address.startsWith('servicemanager'))).toHaveLength(1)
    expect(mailsAbout('progress').filter(({ to }) => to.address.startsWith('servicemanager'))).toHaveLength(0)
    expect((await review())?.entries.map(({ entry }) => entry)).toContain('joined')
  })

  it('resolved by the review; what still drifts has an alert of its own, where it stood', async () => {
    await dayComes('2026-06-18')
    await dayComes('2026-06-23')
    await record('review-held', { outcome: 'continue', quorate: true })
    await dayComes('2026-06-23')
    expect((await alerts()).filter((line) => /review-first|no-progress/.test(line))).toEqual([
      expect.stringMatching(/^resolved review-first: review-first .*no-progress/),
      'open no-progress: no-progress',
    ])
  })

  it('where a correction moves what leads, its drift goes along and every alert stays planned', async () => {
    await dayComes('2026-06-18')
    await dayComes('2026-07-08')
    const before = (await alerts()).filter(
      (line) => line.startsWith('open') && /review-first|core-group:|core-group /.test(line),
    )
    expect(before).toEqual([
      expect.stringMatching(/^open review-first: review-first.* no-progress/),
      expect.stringMatching(/^open core-group: core-group/),
    ])
    const [held] = await quiet.db.$queryRaw<{ id: string }[]>`select id from chronology_event where kind = 'icpc-held'`
    const [begun] = await quiet.db.$queryRaw<
      { id: string }[]
    >`select id from chronology_event where kind = 'plan-started'`
    const later = { ref: 'T-1', on: '2026-04-11', actorId: PEOPLE.worker }
    await quiet.record({
      ...later,
      kind: 'icpc-held',
      data: { outcome: 'plan', quorate: true },
      supersedes: held?.id ?? '',
    })
    await quiet.record({
      ...later,
      kind: 'plan-started',
      data: { plan: 'cpp', category: 'neglect' },
      supersedes: begun?.id ?? '',
    })
    await dayComes('2026-07-14')
    const open = (await alerts()).filter((line) => line.startsWith('open') && line.includes('no-progress'))
    expect(open).toHaveLength(1)
  })

  it('planned again and again it is the same alert, and nobody is told twice', async () => {
    await dayComes('2026-06-18')
    const [before, sent] = [await alerts(), quiet.mails.length]
    await dayComes('2026-06-18')
    await dayComes('2026-06-18', 17 * 60 + 40)
    expect([await alerts(), quiet.mails.length]).toEqual([before, sent])
  })
})
