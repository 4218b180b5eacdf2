import { randomUUID } from 'node:crypto'
import { makePlanTimeline } from '../../../activities/planTimeline'
import { makeAdvanceReview } from '../../../activities/advanceReview'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { bookConference } from '../../../client/commands/conference/bookConference'
import { invite, reportReceived } from '../../../client/commands/conference/invitees'
import { conferenceList } from '../../../client/queries/conferences/conferenceList'
import type { ProcessName, ToStart } from '../../../workflows/protocol'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { quietTownOfOneCase } from '../../servers/quietTownOfOneCase'

/** A review due on 2 June 2026; which processes the plan starts and wakes is written down. */
describe('the appointments of a conference', () => {
  let quiet: QuietTown
  let caseId: string
  let review: string
  let started: ToStart[] = []
  let woken: ProcessName[] = []

  const deps = () => ({
    ...{ db: quiet.db, rules: rulesInForce(), problemAfterMs: 0 },
    processes: {
      nudge: (names: readonly ProcessName[]) => Promise.resolve(woken.push(...names)),
      ensure: (names: readonly ToStart[]) => {
        started.push(...names)
        return Promise.resolve(names.length)
      },
    },
  })
  const ask = async (): Promise<void> => {
    started = []
    woken = []
    await makePlanTimeline(deps())({ caseId })
  }
  const act = () => ({ conferenceId: review, actorId: PEOPLE.worker, commandId: randomUUID() })
  const paperwork = async (): Promise<readonly string[]> => {
    const rows = await quiet.db.$queryRaw<{ said: string }[]>`
      select step || ' ' || role as said from notice where step like '%-for-2026-%' and withdrawn_at is null order by step, role`
    return rows.map(({ said }) => said)
  }

  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    await addPerson(quiet.town, { key: 'conference-service', role: 'conference-service', team: TEAM })
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`select id::text from case_file`
    caseId = row!.id
    await quiet.record({ ref: 'T-1', kind: 'plan-started', actorId: PEOPLE.worker, data: { plan: 'cpp' } })
    await ask()
    review = (await conferenceList(quiet.db, { ref: 'T-1', readerId: PEOPLE.worker })).find(
      ({ kind }) => kind === 'review',
    )!.id
  })
  afterEach(() => quiet.stop())

  it('have a process each, which is started once and sleeps', async () => {
    const mine = started.filter(({ type }) => type === 'planReview' || type === 'cppFollowUp')
    expect(mine.map(({ type }) => type).sort()).toEqual(['cppFollowUp', 'cppFollowUp', 'planReview', 'planReview'])
    expect(mine.every(({ afterMs }) => (afterMs ?? 0) > 0)).toBe(true)
    await ask()
    expect(started).toEqual([])
    expect(woken).toEqual([])
  })

  it('are kept sooner when they come nearer: its process is woken, and no other', async () => {
    await bookConference(quiet, { ...act(), for: '2026-04-10', at: '10:00', place: '' })
    await ask()
    expect(woken).toEqual([{ type: 'planReview', id: review }])
    // It has asked since, and sleeps until then.
    await makeAdvanceReview(deps())({ reviewId: review })
    await ask()
    expect(woken).toEqual([])
  })

  it('of a conference that is not there any more are none', async () => {
    const answer = await makeAdvanceReview(deps())({ reviewId: randomUUID() })
    expect(answer).toEqual({ closed: true, sleepMs: 1, toStart: [] })
  })

  it('say of reports that are late only that, and take back what has been done since', async () => {
    await bookConference(quiet, { ...act(), for: '2026-05-28', at: '10:00', place: '' })
    const school = await invite(quiet, { ...act(), name: 'R. Teacher', agency: 'school', report: true })
    await ask()
    await quiet.moveTo('2026-05-22')
    await ask()
    expect(await paperwork()).toEqual([
      'invitations-for-2026-05-28 conference-service',
      'reports-late-for-2026-05-28 conference-service',
      'reports-late-for-2026-05-28 independent-reviewing-officer',
    ])
    await reportReceived(quiet, { ...act(), inviteeId: 'accepted' in school ? school.id : '' })
    await ask()
    expect(await paperwork()).toEqual(['invitations-for-2026-05-28 conference-service'])
  })
})
