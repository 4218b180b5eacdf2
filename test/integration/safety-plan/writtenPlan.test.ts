import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { Client } from 'pg'
import { refusePlan, signPlan } from '../../../client/commands/safety-plan/signPlan'
import { reviewPlan } from '../../../client/commands/safety-plan/reviewPlan'
import { sharePlan } from '../../../client/commands/safety-plan/sharePlan'
import { safetyPlan, type SafetyPlanPage } from '../../../client/queries/safetyPlan'
import { line } from '../../domain/safety-plan/examplePlan'
import { SEED } from '../../seed'
import { PEOPLE } from '../../servers/factsToEvents'
import { planFor, planTown, recorded, type PlanTown } from './planTown'

let town: PlanTown
beforeEach(async () => {
  town = await planTown()
})
afterEach(() => town.quiet.stop())

async function page(): Promise<SafetyPlanPage> {
  const found = await safetyPlan(town.quiet.db, { ref: 'T-1', readerId: PEOPLE.worker })
  if ('refused' in found) throw new Error(found.todo)
  return found
}
const clocks = async () =>
  (await page()).clocks.map(({ clock, line: of, dueOn, state }) => `${of ?? clock} ${dueOn.toString()} ${state}`)
const rowsOf = (rule: string) => town.quiet.db.$queryRaw<{ subject: string; due: string; state: string }[]>`
  select subject, due_on::text as due, state from obligation where rule = ${rule} order by due_on, subject`

describe('a safety plan that is written', () => {
  it('is a document, the fact that it was agreed and a goal for each line, at once; the same command again adds nothing', async () => {
    const commandId = randomUUID()
    const first = await town.write(planFor(), { commandId })
    expect(recorded(first)).toHaveLength(3)
    const after = await town.kept()
    expect(await town.write(planFor(), { commandId })).toEqual({ ...first, repeated: true, concerns: [] })
    expect(await town.kept()).toBe(after)
    expect(await page()).toMatchObject({
      ...{ state: 'written', writtenBy: 'Person worker', earlier: [] },
      document: { number: 1, replaces: null, content: planFor() },
      copiesToGive: ['mother', 'father', 'social-worker', 'team-manager'],
    })
  })

  it('starts the clocks in the database: signatures, review, and each line’s own day', async () => {
    recorded(await town.write(planFor()))
    await town.quiet.plan()
    expect(await rowsOf('goal')).toEqual([
      { subject: 'Safety plan 1, line care-1', due: '2026-04-20', state: 'open' },
      { subject: 'Safety plan 1, line safety-1', due: '2026-04-20', state: 'open' },
    ])
    expect(await rowsOf('safety-plan-signed')).toMatchObject([{ due: '2026-03-04' }, { due: '2026-03-16' }])
    expect(await rowsOf('safety-plan-review')).toMatchObject([{ due: '2026-04-13' }])
    expect(await clocks()).toEqual([
      'time-offered 2026-03-16 upcoming',
      ...['care-1 2026-04-20 upcoming', 'safety-1 2026-04-20 upcoming'],
      ...['validity 2026-09-02 upcoming', 'review 2026-04-13 upcoming'],
    ])
  })

  it('is signed, refused, shared and reviewed, and the page says what is still wanted', async () => {
    const { quiet, about } = town
    recorded(await town.write(planFor()))
    recorded(await signPlan(quiet, { ...about(), role: 'mum' }))
    recorded(await refusePlan(quiet, { ...about(), role: 'father' }))
    recorded(await signPlan(quiet, { ...about({ actorId: PEOPLE.teamManager }), role: 'tm' }))
    recorded(await sharePlan(quiet, { ...about(), with: 'Mother' }))
    recorded(await sharePlan(quiet, { ...about(), with: 'the school' }))
    await quiet.plan()
    expect(await rowsOf('safety-plan-signed')).toMatchObject([{ state: 'met' }, { state: 'met' }])
    await quiet.moveTo('2026-04-20')
    const lines = [
      { line: 'care-1', kept: 'partly', words: 'on most days' },
      { line: 'safety-1', kept: 'no' },
    ] as const
    recorded(await reviewPlan(quiet, { ...about(), lines, childView: 'It is better.' }))
    await quiet.plan()
    expect(await rowsOf('goal')).toMatchObject([{ state: 'met' }, { state: 'met' }])
    const { signatures, copies, copiesToGive, lines: shown } = await page()
    expect(signatures.map(({ role, state }) => `${role} ${state}`)).toEqual([
      ...['social-worker wanted', 'mother signed', 'father refused', 'team-manager signed'],
    ])
    expect(copies.map((copy) => copy.with)).toEqual(['mother', 'the school'])
    expect(copiesToGive).toEqual(['father', 'social-worker', 'team-manager'])
    expect(shown.map(({ id, reviews }) => [id, reviews.map(({ kept }) => kept)])).toEqual([
      ['care-1', ['partly']],
      ['safety-1', ['no']],
    ])
  })

  it('an amendment replaces it: copies and signatures are asked for anew, lines that stay keep their clocks', async () => {
    const { quiet, about } = town
    recorded(await town.write(planFor()))
    recorded(await signPlan(quiet, { ...about(), role: 'mother' }))
    recorded(await sharePlan(quiet, { ...about(), with: 'mother' }))
    await quiet.plan()
    await quiet.moveTo('2026-03-20')
    const second = planFor(
      {
        date: '2026-03-20',
        timeOfferedUntil: '2026-03-27',
        leftOut: [{ line: 'safety-1', outcome: 'met', words: 'they live apart' }],
      },
      { basicCare: [line('care-1', { by: '2026-05-20' }), line('care-2')], ensuringSafety: [] },
    )
    recorded(await town.write(second, { amends: 1 }))
    await quiet.plan()
    expect(await rowsOf('goal')).toEqual([
      { subject: 'Safety plan 1, line safety-1', due: '2026-04-20', state: 'met' },
      { subject: 'Safety plan 2, line care-2', due: '2026-04-20', state: 'open' },
      { subject: 'Safety plan 1, line care-1', due: '2026-05-20', state: 'open' },
    ])
    const now = await page()
    expect([now.document?.number, now.earlier.map(({ number }) => number)]).toEqual([2, [1]])
    expect(now.signatures.every(({ state }) => state === 'wanted')).toBe(true)
    expect(now.copiesToGive).toContain('mother')
  })

  it('five-day visits run where a line asks social care for them on a child protection plan, until it is left out', async () => {
    const { quiet } = town
    const record = (kind: string, data: object) => quiet.record({ ref: 'T-1', kind, data, actorId: PEOPLE.worker })
    await record('icpc-held', { outcome: 'plan', quorate: true })
    await record('plan-started', { plan: 'cpp', category: 'neglect' })
    const visits = line('safety-1', { agency: 'Social care', frequency: 'every 5 days', duty: 'social-worker' })
    recorded(await town.write(planFor({}, { ensuringSafety: [visits] })))
    await quiet.plan()
    expect(await rowsOf('visit-safety-plan')).toMatchObject([{ due: '2026-03-07', state: 'open' }])
    await quiet.moveTo('2026-03-05')
    const leftOut = [{ line: 'safety-1', outcome: 'met', words: 'weekly visits are enough' }] as const
    const second = planFor({ date: '2026-03-05', leftOut: [...leftOut] }, { ensuringSafety: [] })
    recorded(await town.write(second, { amends: 1 }))
    await quiet.plan()
    expect(await rowsOf('visit-safety-plan')).toMatchObject([{ state: 'cancelled' }])
  })

  it('is never changed or taken away', async () => {
    recorded(await town.write(planFor()))
    const pg = new Client({ connectionString: town.quiet.town.url })
    await pg.connect()
    try {
      for (const sql of [
        `update safety_plan_document set number = 2`,
        `delete from safety_plan_document`,
        `truncate safety_plan_document`,
      ])
        await expect(pg.query(sql)).rejects.toThrow('append-only')
    } finally {
      await pg.end()
    }
    await expect(town.quiet.db.$executeRaw`update safety_plan_document set number = 2`).rejects.toThrow(
      'permission denied',
    )
  })

  it('versions only grow, whatever is tried in whatever order', async () => {
    const numbers = async () =>
      (
        await town.quiet.db.$queryRaw<
          { number: number }[]
        >`select number from safety_plan_document order by made_at, number`
      ).map(({ number }) => number)
    const tries = fc.sample(
      fc.record({ amends: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }), ok: fc.boolean() }),
      { seed: SEED, numRuns: 25 },
    )
    for (const { amends, ok } of tries) {
      const content = ok ? planFor() : planFor({ signatories: [] })
      const before = await numbers()
      const answer = await town.write(content, amends === undefined ? {} : { amends })
      const taken = ok && amends === (before.length === 0 ? undefined : before.length)
      expect('accepted' in answer).toBe(taken)
      expect(await numbers()).toEqual(taken ? [...before, before.length + 1] : before)
    }
    expect((await numbers()).length).toBeGreaterThan(1)
  })
})
