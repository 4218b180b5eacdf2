import { readClock } from '../../activities/clock'
import { isoDay } from '../../domain/calendar/isoDay'
import type { Database } from '../../prisma/database'
import type { SafetyPlanView } from '../papers/safetyPlanView'
import { safetyPlan, type NoPlan } from './safetyPlan'
import { timeOf } from './supervision/paperCommon'

interface Asking {
  readonly ref: string
  readonly readerId: string
  /** Which version; the newest when missing. */
  readonly version?: number
}

/** A version of a safety plan as the family's copy of it, and its id. Signatures stand on the newest only: the others are signed by nobody any longer. */
export async function safetyPlanCopy(
  db: Database,
  { version, ...asking }: Asking,
): Promise<{ readonly view: SafetyPlanView; readonly document: string } | NoPlan> {
  const page = await safetyPlan(db, asking)
  if ('refused' in page) return page
  const { document, earlier } = page
  const wanted = [document, ...earlier].find((one) => one !== null && (version === undefined || one.number === version))
  if (wanted === undefined || wanted === null)
    return { refused: 'unknown-case', todo: noVersion(page.ref, version, document?.number) }
  const [about] = await db.$queryRaw<{ name: string; line: string }[]>`
    select p.name, a.emergency_line as line from person p cross join authority a where p.id = ${asking.readerId}::uuid`
  const view: SafetyPlanView = {
    ...{ ref: page.ref, number: wanted.number, content: wanted.content },
    children: page.family
      .filter(({ id }) => wanted.children.includes(id))
      .map(({ name, bornOn }) => ({ name, bornOn: bornOn === null ? null : isoDay(bornOn) })),
    signatures: wanted.id === document?.id ? page.signatures : [],
    ...{ madeFor: about?.name ?? '', madeOn: page.today, madeAt: timeOf((await readClock(db)).now) },
    emergencyLine: about?.line ?? '',
  }
  return { view, document: wanted.id }
}

const noVersion = (ref: string, version: number | undefined, newest: number | undefined): string =>
  newest === undefined
    ? `Case ${ref} has no written safety plan. Write one, or print the blank form: caseclock safety-plan blank.`
    : `Case ${ref} has no version ${String(version)} of its safety plan. The newest is ${String(newest)}.`
