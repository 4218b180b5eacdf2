import type { LocalDate } from '@js-joda/core'
import { digestMessageId, noticeMessageId } from '../../activities/mail/messageId'
import { loadRecipients, type Recipients } from '../../activities/people/recipients'
import { loadFacts } from '../../activities/planning/loadFacts'
import type { CaseRow } from '../../activities/planning/lockCase'
import { builtInRules, type Rules } from '../../activities/planning/rules'
import { londonDay, londonMinutes, londonMoment } from '../../domain/calendar/london'
import { nextWorkingDayFrom } from '../../domain/calendar/workingDays'
import { knownOn } from '../../domain/chronology/knownOn'
import { alertWindow } from '../../domain/escalation/alertWindow'
import type { TestTown } from '../servers/testTown'
import { rungOfStep } from '../../domain/escalation/ladder'
import { tellsAtOnce } from '../../domain/policy/alertRules'
import { expectedNotices, type ExpectedNotice } from './expectedNotices'
import { noticeKey } from './noticeKey'

/** A notice that one person has to be told, and the mail that carries it when nobody is late. */
export interface ExpectedTelling extends ExpectedNotice {
  readonly key: string
  readonly caseId: string
  readonly ref: string
  readonly person: string
  readonly mailId: string
  /** Epoch milliseconds of the town's clock: the mail may not leave before it. */
  readonly leavesFrom: number
}

const ROUND = 7 * 60 + 30
const MAIL_DOMAIN = 'test.example'

/** Everything the cases of a town have to tell from their first plan to the evening of `to`. Reads facts and people; nothing that a worker wrote. */
export async function expectedOfTown(
  { db }: TestTown,
  span: { readonly from: LocalDate; readonly to: LocalDate; readonly firstLook: number },
): Promise<readonly ExpectedTelling[]> {
  const rules = builtInRules()
  const cases = await db.$queryRaw<Pick<CaseRow, 'id' | 'ref' | 'team_id' | 'live_since'>[]>`
    select id, ref, team_id, live_since::text from case_file order by ref`
  const found: ExpectedTelling[] = []
  for (const row of cases) {
    const facts = await loadFacts(db, row)
    const readers = new Map<string, Recipients>()
    const seen = new Set<string>()
    const rungs = rungsSoFar()
    for (const notice of expectedNotices(facts, rules, { ...span, caseId: row.id })) {
      const day = notice.writtenOn
      const known = readers.get(day.toString()) ?? (await loadRecipients(db, { row, facts: knownOn(facts, day), day }))
      readers.set(day.toString(), known)
      const passedOver = { toldBelow: rungs.below(notice), notReached: new Set<string>() }
      for (const { personId } of known.whoIsAlerted(notice.to, notice.subject, passedOver)) {
        rungs.tell(notice, personId)
        // One person who stands for two roles is told once.
        const once = [notice.rule, notice.subject, notice.occurrence, notice.step, personId].join(' ')
        if (seen.has(once)) continue
        seen.add(once)
        found.push({ ...notice, ...telling(notice, { caseId: row.id, ref: row.ref, person: personId, rules }) })
      }
    }
  }
  return found
}

/** Who was told on which rung of each matter: who stands on two is passed over on the second. */
function rungsSoFar() {
  const told: { matter: string; rung: number; personId: string }[] = []
  const place = ({ step, alert, lane }: ExpectedNotice) => ({
    matter: alert?.id ?? '',
    // What is told at once, whatever the day, or in a digest, stands on no rung.
    rung: alert === null || lane === 'digest' ? undefined : rungOfStep(step),
  })
  return {
    below: (notice: ExpectedNotice): ReadonlySet<string> => {
      const { matter, rung = 0 } = place(notice)
      return new Set(told.filter((one) => one.matter === matter && one.rung < rung).map(({ personId }) => personId))
    },
    tell: (notice: ExpectedNotice, personId: string): void => {
      const { matter, rung } = place(notice)
      if (rung !== undefined) told.push({ matter, rung, personId })
    },
  }
}

interface About {
  readonly caseId: string
  readonly ref: string
  readonly person: string
  readonly rules: Rules
}

function telling(
  notice: ExpectedNotice,
  { caseId, ref, person, rules }: About,
): Pick<ExpectedTelling, 'key' | 'caseId' | 'ref' | 'person' | 'mailId' | 'leavesFrom'> {
  const { rule, subject, step, lane } = notice
  const dueOn = notice.dueOn.toString()
  const common = {
    key: noticeKey({ ref, rule, subject, dueOn, step, lane, on: notice.on.toString(), person }),
    caseId,
    ref,
    person,
  }
  const written = londonDay(notice.moment)
  if (lane === 'digest') {
    const day = nextWorkingDayFrom(
      londonMinutes(notice.moment) <= ROUND ? written : written.plusDays(1),
      rules.calendar,
    )
    const mailId = digestMessageId({ recipientId: person, day: day.toString(), part: 1, domain: MAIL_DOMAIN })
    return { ...common, mailId, leavesFrom: londonMoment(day, ROUND) }
  }
  const lead = notice.alert?.lead ?? notice
  const mailId = noticeMessageId({
    ...{
      caseId,
      rule: [
        lead.rule,
        ...(notice.alert === null || notice.alert.lead.part === '' ? [] : [notice.alert.lead.part]),
      ].join('/'),
      dueOn: lead.dueOn.toString(),
      step: notice.alert?.step ?? step,
      recipientId: person,
    },
    day: written.toString(),
    domain: MAIL_DOMAIN,
  })
  const immediate = step === 'late-3' || tellsAtOnce({ id: rule }) || tellsAtOnce({ id: lead.rule })
  const leavesFrom = immediate ? notice.moment : alertWindow(notice.moment, rules.calendar)
  return { ...common, mailId, leavesFrom }
}
