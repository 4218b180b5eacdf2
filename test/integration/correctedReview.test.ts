import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { LocalDate } from '@js-joda/core'
import { startImport } from '../../client/commands/startImport'
import { casePage, type CasePage } from '../../client/queries/casePage'
import { importProgress } from '../../client/queries/importProgress'
import { londonMoment } from '../../domain/calendar/london'
import { reviewedPlan } from '../import/reviewedPlan'
import { smallExtract } from '../import/smallExtract'
import { stepTo, untilAllHaveAsked } from '../servers/steppedClock'
import { testTown, type TestTown } from '../servers/testTown'

const CASE = 'N-500'
const TITLE = 'Review conference'
const MOVED = 'moved from 15 December 2026: it counts from 22 June 2026 now, and no longer from 15 June 2026'
const at = (day: string, hours: number, minutes = 0): number => londonMoment(LocalDate.parse(day), hours * 60 + minutes)

type Review = CasePage['obligations'][number]
type Notice = CasePage['told'][number]

/** One corrected date, from the extract to the reminder that never left and the one that came instead. */
describe('a review was held a week later than the extract first said', () => {
  let town: TestTown
  let folder: string
  const steps: string[] = []
  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-11-30' })
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-corrected-'))
    await town.startWorker()
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await town.stop()
    process.stdout.write(`${steps.map((step) => `  ${step}`).join('\n')}\n`)
  })

  const bringIn = async (reviewHeldOn: string): Promise<void> => {
    smallExtract(folder, reviewedPlan(reviewHeldOn))
    const runId = await startImport(town, { source: 'ssd', folder, actorId: null })
    for (;;) {
      const state = (await importProgress(town.db, runId))?.state
      if (state === 'done') break
      if (state === 'refused') throw new Error('The extract was refused.')
      await wait(10)
    }
    await untilAllHaveAsked(town)
  }
  const page = async (): Promise<CasePage> => {
    const found = await casePage(town.db, CASE)
    if (found === undefined) throw new Error(`There is no case ${CASE}.`)
    return found
  }
  const review = async (): Promise<Review | undefined> =>
    (await page()).obligations.find(({ rule, state }) => rule === 'review-next' && state === 'open')
  /** Reminders of the review to the worker, ten working days before it. */
  const reminders = async (): Promise<readonly Notice[]> =>
    (await page()).told.filter(({ title, step }) => title === TITLE && step === 'due-10wd')
  const mailsWith = async (day: string): Promise<readonly { readonly date: string; readonly text: string }[]> =>
    (await town.inbox.list())
      .map(({ date, text }) => ({
        date: date.slice(0, 10),
        text: text.replaceAll(/\s+/g, ' ').replaceAll(MOVED, 'MOVED'),
      }))
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .filter(({ text }) => text.includes(TITLE) && text.includes(day))
  const inWords = ({ due_on, explanation }: Review): string => `due ${due_on}: ${explanation.join('; ')}`

  it('the extract of 30 November says it was held on 15 June: the next is due by 15 December', async () => {
    await bringIn('2026-06-15')
    const due = await review()
    expect(due).toMatchObject({ due_on: '2026-12-15' })
    if (due !== undefined) steps.push(`30 November, imported: ${inWords(due)}`)
  })

  it('the reminder is written early on 1 December, and has not left when the next extract comes', async () => {
    await stepTo(town, at('2026-12-01', 7, 15))
    const [reminder] = await reminders()
    expect(reminder).toMatchObject({ name: 'Wren Penholder', send_on: '2026-12-01', state: 'waiting', sent_at: null })
    steps.push(`1 December 07:15, reminder for ${reminder?.name ?? ''} written, to leave at 07:30`)
  })

  it('that extract says 22 June: the date moves to 22 December and says why', async () => {
    await bringIn('2026-06-22')
    const due = await review()
    expect(due).toMatchObject({ due_on: '2026-12-22' })
    expect(due?.explanation).toEqual([
      'Review conference held on 22 June 2026',
      'plus 6 calendar months is 22 December 2026',
      'a Tuesday and a working day',
      MOVED,
    ])
    const held = (await page()).chronology.filter(({ kind }) => kind === 'review-held')
    expect(held.map(({ occurred_on, supersedes }) => [occurred_on, supersedes === null])).toEqual([
      ['2026-06-22', false],
      ['2026-06-15', true],
    ])
    if (due !== undefined) steps.push(`1 December 07:15, corrected by the extract: ${inWords(due)}`)
  })

  it('the reminder of the old date is withdrawn, with its reason', async () => {
    const all = await reminders()
    expect(all.map(({ withdrawn_why }) => withdrawn_why)).toEqual([`the date has moved: ${MOVED}`])
    steps.push(`1 December 07:15, reminder withdrawn: ${all[0]?.withdrawn_why ?? ''}`)
  })

  it('and never leaves: after 30 November no mail speaks of 15 December; who was told of it by then is told the new date', async () => {
    await stepTo(town, at('2026-12-07', 12))
    const dates = (mails: readonly { readonly date: string }[]): string[] => mails.map(({ date }) => date)
    // Asked to book it six weeks before, worker and team manager had been told of the old date on the day of the first import.
    expect(dates(await mailsWith('15 December 2026'))).toEqual(['2026-11-30', '2026-11-30'])
    expect(dates(await mailsWith('22 December 2026'))).toEqual(['2026-12-01', '2026-12-01'])
    expect((await reminders()).filter(({ sent_at }) => sent_at !== null)).toEqual([])
    steps.push('1 December 07:30, digests with the new date to both who had been told of the old one')
  })

  it('the new reminder comes at its own time, ten working days before 22 December', async () => {
    await stepTo(town, at('2026-12-08', 7))
    expect(await mailsWith('22 December 2026')).toHaveLength(2)
    await stepTo(town, at('2026-12-08', 12))
    const [mail, ...more] = (await mailsWith('22 December 2026')).slice(2)
    expect(more).toEqual([])
    expect(mail?.date).toBe('2026-12-08')
    expect(mail?.text).toContain('Review conference held on 22 June 2026; plus 6 calendar months is 22 December 2026')
    expect(mail?.text).toContain('a Tuesday and a working day; MOVED')
    const left = (await reminders()).filter(({ sent_at }) => sent_at !== null)
    expect(left.map(({ name, send_on }) => `${name} ${send_on}`)).toEqual(['Wren Penholder 2026-12-08'])
    steps.push(`8 December 07:30, mail to ${left[0]?.name ?? ''} with the new date and its reason`)
  })
})
