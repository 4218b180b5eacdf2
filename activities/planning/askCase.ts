import { inTransaction } from '../../prisma/inTransaction'
import type { Transaction } from '../../prisma/database'
import type { Answer, ProcessName, ToStart } from '../../workflows/protocol'
import { appointmentsTakenUp, appointmentsToMeet } from '../appointments/appointmentsToMeet'
import { realMs, type ClockReading } from '../clock'
import type { PlanningDeps } from '../deps'
import { AlertFailed, climbDue } from '../escalation/climbDue'
import { dueAlerts } from '../escalation/dueAlerts'
import { messagesToStart } from '../mail/messagesToStart'
import { startedHere } from '../temporal/startedHere'
import { describeFailure, warnHere } from './askSafely'
import { planCase, type PlannedCase } from './planCase'

/** What the process that asks makes of the plan, in its transaction: what it answers, and which appointments are its own. */
type Answering<A extends Answer> = (tx: Transaction, planned: PlannedCase) => Promise<A>

interface Asleep extends ProcessName {
  /** When it asks first: epoch milliseconds; null where nothing is said of it. */
  readonly until: number | null
}

interface Asked<A extends Answer> {
  readonly answer: A
  /** Processes whose appointment has come nearer. */
  readonly toWake: readonly ProcessName[]
  /** Processes that nobody has taken up, and that sleep until they have anything to do. */
  readonly asleep: readonly Asleep[]
}

/**
 * Plans a case for whichever of its processes has an appointment: tells what its alerts have to say by now, wakes those that are to ask sooner than they would, and starts what
 * nobody has taken up. Alerts that cannot be told are left to their own processes: the rest of the case is not missed because of them. `gone`: what to answer when the case is
 * not there (a restored backup).
 */
export async function askCase<A extends Answer>(
  { db, rules, processes }: Pick<PlanningDeps, 'db' | 'rules' | 'processes'>,
  { caseId, asks, gone }: { readonly caseId: string; readonly asks: ProcessName; readonly gone: A },
  answering: Answering<A>,
): Promise<A> {
  const ask = (tells: 'tell alerts' | 'leave alerts'): Promise<Asked<A>> =>
    inTransaction(db, async (tx) => {
      const planned = await planCase(tx, rules, caseId)
      if (planned === undefined) return { answer: gone, toWake: [], asleep: [] }
      const { clock } = planned
      const due = await dueAlerts(tx, caseId, clock.now)
      const speaksNext = tells === 'tell alerts' ? await climbDue(tx, planned, due) : new Map<string, number | null>()
      const own = await answering(tx, planned)
      const appointments = (await appointmentsToMeet(tx, caseId)).filter(({ name }) => name.id !== asks.id)
      const alerts = due
        .filter(({ takenUp, id }) => !takenUp && id !== asks.id)
        .map(({ id }): ToStart => ({ ...alertProcess(id), ...sleeping(clock, speaksNext.get(id)) }))
      const kept = appointments
        .filter(({ takenUp }) => !takenUp)
        .map(({ name, next }): ToStart => ({ ...name, afterMs: realMs(clock, next) }))
      // Mail first: people wait for it, and nobody for a process whose alert has spoken.
      const mails = (await messagesToStart(tx, [caseId])).map((id): ToStart => ({ type: 'delivery', id }))
      return {
        answer: { ...own, toStart: [...mails, ...alerts, ...kept] },
        toWake: [
          ...due.filter(({ takenUp }) => takenUp).map(({ id }) => alertProcess(id)),
          ...appointments.filter(({ takenUp }) => takenUp).map(({ name }) => name),
        ],
        asleep: [
          ...alerts.filter(({ afterMs }) => afterMs !== undefined).map((one): Asleep => ({ ...one, until: null })),
          ...appointments.filter(({ takenUp }) => !takenUp).map(({ name, next }): Asleep => ({ ...name, until: next })),
        ],
      }
    })
  const { answer, toWake, asleep } = await ask('tell alerts').catch((error: unknown) => {
    if (!(error instanceof AlertFailed)) throw error
    warnHere(
      `an alert of case ${caseId} could not be told with its plan (${describeFailure(error.cause)}); its own process will`,
    )
    return ask('leave alerts')
  })
  // Their next appointment may have come nearer. What cannot be reached is late by then, and `reconcile`'s work.
  await processes.nudge(toWake)
  const left = await startedHere(processes, answer)
  // These have a process, which has nothing to do before its next appointment. Lost, it is started again, and asks.
  if (left.toStart.length === 0) await takenUp(db, asleep)
  return left
}

async function takenUp(db: PlanningDeps['db'], asleep: readonly Asleep[]): Promise<void> {
  const alerts = asleep.filter(({ type }) => type === 'stalledPlanEscalation').map(({ id }) => id)
  if (alerts.length > 0) await db.$executeRaw`update escalation set taken_up = true where id = any(${alerts}::uuid[])`
  await appointmentsTakenUp(
    db,
    asleep.flatMap(({ type, id, until }) => (until === null ? [] : [{ type, id, until }])),
  )
}

/** A process that has nothing to do before its alert speaks next; one that has yet to speak begins at once. */
const sleeping = (clock: ClockReading, next: number | null | undefined): Pick<ToStart, 'afterMs'> =>
  next === undefined ? {} : { afterMs: realMs(clock, next) }

const alertProcess = (id: string): ProcessName => ({ type: 'stalledPlanEscalation', id })
