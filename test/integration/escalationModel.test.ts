import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import { changeAccess } from '../../client/commands/changeAccess'
import { setCover } from '../../client/commands/setCover'
import { closeUndelivered } from '../../client/commands/closeUndelivered'
import type { EscalationAnswer } from '../../client/commands/answerEscalation'
import { SEED } from '../seed'
import { addPerson } from '../servers/addPerson'
import { addPeople, PEOPLE, TEAM } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'
import { faults } from './model/faults'
import { watchedCase, type WatchedCase } from './model/watchedCase'

/** Nothing is predicted: after each command the case is asked, and looked at for what must never be so. */
interface Model {
  readonly commands: string[]
}
type Command = fc.AsyncCommand<Model, WatchedCase>

/** As many on every machine, and few enough for a minute on a slow one: after these the seed has seen high rungs and every kind of end. `CASECLOCK_MODEL_RUNS` looks further. */
const RUNS = Number(process.env['CASECLOCK_MODEL_RUNS'] ?? 12)
const MOST_COMMANDS = 22

const command = (words: string, act: (watched: WatchedCase) => Promise<unknown>): Command => ({
  check: () => true,
  toString: () => words,
  run: async (model, watched) => {
    model.commands.push(`${watched.today().toString()} ${words}`)
    await act(watched)
    await watched.ask()
    expect({ after: [...model.commands], faults: await faults(watched) }).toEqual({ after: model.commands, faults: [] })
  },
})

const FACTS = [
  ['icpc-held', { outcome: 'plan', quorate: true }],
  ['plan-started', { plan: 'cpp', category: 'neglect' }],
  ['core-group-held', { quorate: true, absent: [] }],
  ['visit-made', { seen: true, seenAlone: true }],
  ['visit-made', { seen: false }],
  ['review-held', { outcome: 'continue', quorate: true }],
  ['assessment-authorised', {}],
  ['progress-recorded', {}],
] as const

const who = fc.constantFrom<keyof typeof PEOPLE>('worker', 'teamManager', 'serviceManager', 'headOfService')
const answerOf = (answer: EscalationAnswer) =>
  fc
    .tuple(who, fc.nat(7))
    .map(([by, days]) =>
      command(`${by}: ${answer} ${String(days)}`, (watched) =>
        watched.answer(
          answer,
          by,
          answer === 'promise' || answer === 'more-time' ? watched.today().plusDays(days) : undefined,
        ),
      ),
    )

const passing = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 8 }) },
    { weight: 1, arbitrary: fc.integer({ min: 9, max: 40 }) },
  )
  .map((days) => command(`${String(days)} days pass`, (watched) => watched.pass(days)))
const facts = fc
  .constantFrom(...FACTS)
  .map(([kind, data]) => command(`fact ${kind}`, (watched) => watched.record(kind, data)))

/** Time and facts as often as everything else together: without them there is nothing to answer. */
const commands = [
  ...Array.from({ length: 6 }, () => passing),
  ...Array.from({ length: 3 }, () => facts),
  ...(['acknowledge', 'promise', 'more-time', 'pass-up', 'withdraw', 'challenge'] as const).map(answerOf),
  who.map((person) =>
    command(
      `${person} leaves`,
      ({ quiet, today }) =>
        quiet.db
          .$executeRaw`update person set left_on = ${today().toString()}::date where id = ${PEOPLE[person]}::uuid`,
    ),
  ),
  fc.tuple(who, who, fc.integer({ min: 1, max: 15 })).map(([person, cover, days]) =>
    command(`${cover} covers for ${person}, ${String(days)} days`, (watched) =>
      setCover(watched.quiet, {
        ...{
          personId: PEOPLE[person],
          coverId: PEOPLE[cover],
          from: watched.today(),
          to: watched.today().plusDays(days),
        },
        ...{ reason: 'leave', actorId: ADMIN, commandId: randomUUID() },
      }),
    ),
  ),
  who.map((person) =>
    command(`restricted to ${person}`, async ({ quiet, ref }) => {
      const by = { ref, actorId: ADMIN, reason: 'known to the family' }
      await changeAccess(quiet, { ...by, change: { what: 'restrict' }, commandId: randomUUID() })
      const change = { what: 'grant', personId: PEOPLE[person], from: null, to: null } as const
      await changeAccess(quiet, { ...by, change, commandId: randomUUID() })
    }),
  ),
  fc.constant(
    command('the next mail is refused', async ({ quiet }) => {
      quiet.answerNext({ outcome: 'refused', permanent: true, detail: '550 no such mailbox' })
      return Promise.resolve()
    }),
  ),
  fc.constant(
    command('an administrator telephones', async ({ quiet }) => {
      const open = await quiet.db.$queryRaw<
        { id: string }[]
      >`select message_id as id from delivery_task where done_at is null limit 1`
      for (const { id } of open)
        await closeUndelivered(quiet, {
          messageId: id,
          how: 'telephone',
          actorId: ADMIN,
          commandId: randomUUID(),
        })
    }),
  ),
  fc.constant(command('the worker is killed', (watched) => watched.dieAsking())),
  fc.constant(command('asked twice', (watched) => watched.ask())),
]

const ADMIN = randomUUID()

describe('an alert, whatever is done with it', () => {
  let quiet: QuietTown
  let day = LocalDate.parse('2026-03-02')
  let cases = 0
  beforeAll(async () => {
    quiet = await quietTown(day.toString())
    await addPeople(quiet.town)
    await addPerson(quiet.town, { key: 'rosterAdministrator', role: 'administrator', team: TEAM, id: ADMIN })
  })
  afterAll(() => quiet.stop())

  /** Everybody is back, nobody is away, every address works. */
  const asBefore = async (): Promise<void> => {
    await quiet.db.$executeRaw`update person set left_on = null`
    await quiet.db.$executeRaw`delete from cover`
    await quiet.db.$executeRaw`delete from delivery_task`
  }

  it(
    'is one per matter, skips no rung in silence, is never silent too long, tells nobody who may not know, and ends for a reason',
    async () => {
      let given = 0
      await fc.assert(
        fc.asyncProperty(fc.commands(commands, { maxCommands: MOST_COMMANDS, size: 'max' }), async (cmds) => {
          await asBefore()
          cases += 1
          let watched: WatchedCase | undefined
          await fc.asyncModelRun(async () => {
            watched = await watchedCase(quiet, `T-${String(cases)}`, day)
            // A plan that nobody has done anything about for a while.
            await watched.record('icpc-held', { outcome: 'plan', quorate: true })
            await watched.record('plan-started', { plan: 'cpp', category: 'neglect' })
            await watched.pass(16)
            return { model: { commands: [] }, real: watched }
          }, cmds)
          given += watched === undefined ? 0 : 1
          day = watched?.today().plusDays(1) ?? day
        }),
        { seed: SEED, numRuns: RUNS, endOnFailure: true },
      )
      process.stderr.write(
        `escalation model: ${String(given)} runs, seed ${String(SEED)}, ended on ${day.toString()}\n`,
      )
      expect(given).toBe(RUNS)
      const [seen] = await quiet.db.$queryRaw<{ alerts: bigint; high: number; ends: bigint }[]>`
      select count(*) as alerts, (select max(rung) from escalation_entry where entry = 'told') as high,
        count(distinct state) as ends from escalation`
      // The runs reach what they are about.
      expect(Number(seen?.alerts)).toBeGreaterThan(given)
      expect(seen?.high).toBeGreaterThanOrEqual(3)
      expect(Number(seen?.ends)).toBeGreaterThanOrEqual(3)
    },
    RUNS * 30_000 + 120_000,
  )
})
