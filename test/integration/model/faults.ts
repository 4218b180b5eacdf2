import { LocalDate } from '@js-joda/core'
import { workingDaysAfter } from '../../../domain/calendar/workingDays'
import { englandAndWales } from '../../../domain/calendar/englandAndWales'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { ruleOf } from '../../../domain/policy/policyPack'
import type { WatchedCase } from './watchedCase'

interface Entry {
  readonly entry: string
  readonly rung: number | null
  readonly person: string | null
  readonly on: string
  readonly until: string | null
  readonly reason: string
}
interface Alert {
  readonly id: string
  readonly state: string
  readonly rule: string
  readonly part: string
  readonly due: string
  readonly lead_state: string
  readonly opened: string
  readonly members: number
  readonly entries: readonly Entry[]
}
interface Telling {
  readonly person: string
  readonly step: string
  readonly on: string
  readonly left_on: string | null
  /** Restricted when it was sent, and not to be opened by this person. */
  readonly closed: boolean
}

const calendar = englandAndWales()
const day = (text: string): LocalDate => LocalDate.parse(text)

/** What must never be so, whatever was done before: one line for each. The case has just been asked. */
export async function faults(watched: WatchedCase): Promise<readonly string[]> {
  const alerts = await alertsOf(watched)
  const open = alerts.filter(({ state }) => state === 'open')
  return [
    ...twoForOneMatter(open),
    ...alerts.flatMap(skippedRungs),
    ...open.flatMap((alert) => tooLongSilent(alert, watched.today())),
    ...alerts.filter(({ state }) => state !== 'open').flatMap(endedWithoutReason),
    ...(await toldWhoMayNot(watched)),
    ...(await mailedTwice(watched)),
  ]
}

const twoForOneMatter = (open: readonly Alert[]): readonly string[] => {
  const matters = open.map(({ rule, part, due }) => `${rule} ${part} ${due}`)
  return [
    ...matters.filter((matter, index) => matters.indexOf(matter) !== index).map((matter) => `two alerts: ${matter}`),
    ...open.filter(({ members }) => members === 0).map(({ rule }) => `an alert about nothing: ${rule}`),
  ]
}

/** Every rung up to the highest has spoken, or says why not. */
function skippedRungs({ rule, entries }: Alert): readonly string[] {
  const spoken = entries.filter(({ entry, rung }) => rung !== null && (entry === 'told' || entry === 'skipped'))
  const highest = Math.max(0, ...spoken.map(({ rung }) => rung ?? 0))
  const silent = Array.from({ length: highest }, (_, index) => index + 1).filter(
    (rung) => !spoken.some((one) => one.rung === rung),
  )
  const wordless = spoken.filter(({ reason }) => reason.trim() === '')
  return [
    ...silent.map((rung) => `${rule}: rung ${String(rung)} was skipped`),
    ...wordless.map(({ rung }) => `${rule}: rung ${String(rung)} without a reason`),
  ]
}

/** Below the top somebody is told by the ladder's own day: seen moves it two working days, a promise and more time to the day after theirs. */
function tooLongSilent({ rule, entries, opened }: Alert, today: LocalDate): readonly string[] {
  const { ladder } = ruleOf(englandFamilySafeguarding1, rule)
  const spoken = entries.filter(({ entry, rung }) => rung !== null && (entry === 'told' || entry === 'skipped'))
  const top = Math.max(0, ...spoken.map(({ rung }) => rung ?? 0))
  const next = ladder[top]
  if (next === undefined) return []
  const from = day(spoken.findLast(({ rung }) => rung === top)?.on ?? opened)
  const answered = entries.filter(({ rung, until }) => rung === Math.max(top, 1) && until !== null)
  const latest = [
    workingDaysAfter(next.afterWorkingDays + 2, from, calendar),
    ...answered.map(({ until }) => workingDaysAfter(1, day(until ?? ''), calendar)),
  ].reduce((last, one) => (one.isAfter(last) ? one : last))
  // Asked at noon: what is due on a day is told on it; a day that is none for work, on the next.
  return today.isAfter(latest)
    ? [`${rule}: rung ${String(top + 1)} had to speak by ${latest.toString()}, and it is ${today.toString()}`]
    : []
}

function endedWithoutReason({ rule, state, lead_state, entries }: Alert): readonly string[] {
  const last = entries.at(-1)
  if (last?.entry !== state || last.reason.trim() === '') return [`${rule}: ended as ${state} without saying why`]
  if (state === 'withdrawn' && last.person === null) return [`${rule}: withdrawn by nobody`]
  const isFact = lead_state !== 'open' || /date has moved|No longer|Done|taken back/.test(last.reason)
  return state === 'resolved' && !isFact ? [`${rule}: resolved, and what it was about is open`] : []
}

async function toldWhoMayNot({ quiet: { db }, id }: WatchedCase): Promise<readonly string[]> {
  const told = await db.$queryRaw<Telling[]>`
    select p.name as person, n.step, m.sent_at::date::text as on, p.left_on::text,
      exists (select 1 from case_restriction r where r.case_id = n.case_id and r.lifted_at is null and r.made_at < m.sent_at)
        and not exists (select 1 from case_access a where a.case_id = n.case_id and a.person_id = p.id and a.granted_at <= m.sent_at) as closed
    from notice n join person p on p.id = n.recipient_id join message m on m.id = n.message_id
    where n.case_id = ${id}::uuid and m.sent_at is not null`
  return told.flatMap(({ person, step, on, left_on, closed }) => [
    ...(left_on !== null && on > left_on ? [`${person} was told ${step} on ${on}, and had left on ${left_on}`] : []),
    ...(closed ? [`${person} was told ${step} on ${on}, and may not open the case`] : []),
  ])
}

async function mailedTwice({ quiet: { mails } }: WatchedCase): Promise<readonly string[]> {
  const ids = mails.map(({ messageId }) => messageId)
  return Promise.resolve(
    ids.length === new Set(ids).size
      ? []
      : [`mailed twice: ${ids.filter((one, at) => ids.indexOf(one) !== at).join(' ')}`],
  )
}

const alertsOf = ({ quiet: { db }, id }: WatchedCase): Promise<Alert[]> => db.$queryRaw<Alert[]>`
  select e.id, e.state, o.rule, o.part, o.due_on::text as due, o.state as lead_state, e.opened_at::date::text as opened,
    (select count(*)::int from escalation_member m where m.escalation_id = e.id and m.left_at is null) as members,
    coalesce((select json_agg(json_build_object('entry', x.entry, 'rung', x.rung, 'person', x.person_id, 'on', x.at::date::text,
      'until', x.until_on::text, 'reason', x.reason) order by x.number) from escalation_entry x where x.escalation_id = e.id), '[]') as entries
  from escalation e join obligation o on o.id = e.obligation_id where e.case_id = ${id}::uuid order by e.opened_at, e.id`
