import { setTimeout as wait } from 'node:timers/promises'
import { readClock } from '../../activities/clock'
import { happenings } from '../../client/queries/web/happenings'
import { londonDay } from '../../domain/calendar/london'
import type { Database } from '../../prisma/database'
import type { Visitor } from './visitor'

/** What somebody sees who plays with a demo on its page: how much had been told at each step, and what the page said. */
export interface DemoPlayed {
  readonly stopped: string
  readonly told: { readonly before: Told; readonly whileStopped: Told }
  /** Told after the start, although its day had passed while the worker was stopped. */
  readonly late: number
  /** What the page said of its run, and how much more had been told after it. */
  readonly ran: { readonly says: string; readonly more: Told }
}

export interface Told {
  readonly mails: number
  readonly alerts: number
}

const LOOK_EVERY_MS = 100

/** Stops the worker on the page, lets a week go by, starts it, waits until what came due meanwhile is told, and runs until something happens. */
export async function demoPlay(who: Visitor, db: Database): Promise<DemoPlayed> {
  const now = async () => happenings(db, (await readClock(db)).now)
  const told = async (): Promise<Told> => {
    const { mails, alerts } = await now()
    return { mails, alerts }
  }
  const today = async (): Promise<string> => londonDay((await readClock(db)).now).toString()
  const press = async (path: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const answer = await who.post(path, fields, '/demo')
    if (answer.status !== 303) throw new Error(`${path} answered ${String(answer.status)}: ${answer.text}`)
    return (await who.get('/demo')).text
  }
  /** A worker is at work: no case's moment has come without its having been planned. */
  const untilPlanned = async (): Promise<void> => {
    const overdue = async (): Promise<boolean> => {
      const moment = new Date((await readClock(db)).now).toISOString()
      const rows = await db.$queryRaw<unknown[]>`
        select 1 from case_file where next_moment <= ${moment}::timestamptz and problem is null limit 1`
      return rows.length > 0
    }
    while (await overdue()) await wait(LOOK_EVERY_MS)
  }
  const lateSince = async (day: string): Promise<number> => {
    const [row] = await db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from notice join message m on m.id = message_id
      where m.sent_at is not null and send_on > ${day}::date and send_on < ${await today()}::date`
    return row?.n ?? 0
  }
  await untilPlanned()
  await press('/demo/worker', { worker: 'stop' })
  const before = await told()
  const from = await today()
  const stopped = await press('/demo/clock', { step: 'week' })
  const whileStopped = await told()
  await press('/demo/worker', { worker: 'start' })
  while ((await lateSince(from)) === 0) await wait(LOOK_EVERY_MS)
  const late = await lateSince(from)
  await untilPlanned()
  const afterStart = await told()
  const shown = await press('/demo/clock', { step: 'until' })
  const [says = shown] = /(?:On the same day|After \d+ days?): [^.]*\./.exec(shown) ?? []
  const { mails, alerts } = await told()
  return {
    ...{ stopped, told: { before, whileStopped }, late },
    ran: { says, more: { mails: mails - afterStart.mails, alerts: alerts - afterStart.alerts } },
  }
}
