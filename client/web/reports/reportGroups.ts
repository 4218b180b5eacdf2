import type { LocalDate } from '@js-joda/core'
import { londonMoment } from '../../../domain/calendar/london'
import { alertsInPeriod } from '../../../domain/figures/alertsInPeriod'
import type { Figure } from '../../../domain/figures/figure'
import { furtherPlans } from '../../../domain/figures/furtherPlans'
import { groupSupervision } from '../../../domain/figures/groupSupervision'
import { longPlans } from '../../../domain/figures/longPlans'
import { overFifteen } from '../../../domain/figures/overFifteen'
import { reReferrals } from '../../../domain/figures/reReferrals'
import { inTimeFigures, lateFigures } from '../../../domain/figures/timeliness'
import { workerChanges } from '../../../domain/figures/workerChanges'
import { workload } from '../../../domain/figures/workload'
import { monthName } from '../../../domain/supervision/monthName'
import type { Database } from '../../../prisma/database'
import { readerAlerts } from '../../queries/alerts/readerAlerts'
import { dueRows } from '../../queries/reports/dueRows'
import { planRows } from '../../queries/reports/planRows'
import { referralRows } from '../../queries/reports/referralRows'
import type { ReportAsked } from '../../queries/reports/reportAsked'
import { workloadRows } from '../../queries/reports/workloadRows'
import { supervisionFigures } from '../../queries/supervision/supervisionFigures'
import { teamPeople } from '../../queries/team/teamPeople'
import { casesOf } from '../../queries/team/teamScope'
import { rulesNow } from '../../queries/web/rulesNow'

/** A page of figures. */
export interface ReportGroup {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly figures: (db: Database, asked: ReportAsked) => Promise<readonly Figure[]>
}

/** The groups of figures of the handbook's section 10, in its order. */
export const REPORT_GROUPS: readonly ReportGroup[] = [
  {
    id: 'workload',
    title: 'What is held today',
    words:
      'Families and children, workers with over 15, and what is due, late or not booked. Of today, whatever the period.',
    figures: async (db, { reader, teams }) => {
      const [rows, people] = await Promise.all([workloadRows(db, reader, teams), teamPeople(db, reader, teams)])
      const [families, children, ...others] = workload(rows, reader.day)
      const workers = [...new Map(people.map((one) => [one.id, one])).values()]
      return [families, children, overFifteen(workers), ...others].filter((one) => one !== undefined)
    },
  },
  {
    id: 'in-time',
    title: 'Done in time',
    words: 'Conferences, reviews, visits and assessments by their day, and how late the others were.',
    figures: async (db, asked) => {
      const { day: today } = asked.reader
      const [rows, { calendar }] = await Promise.all([dueRows(db, asked), rulesNow(db, today)])
      return [...inTimeFigures(rows, today), ...lateFigures(rows, { today, calendar })]
    },
  },
  {
    id: 'group-supervision',
    title: 'Group supervision',
    words: 'Cases not discussed, summaries and minutes that were late, and who was absent twice. Of whole months.',
    figures: async (db, { reader, teams, from, to }) =>
      groupSupervision(
        await supervisionFigures(db, {
          span: { from: monthName(from), to: monthName(to) },
          teams: teams === 'everywhere' ? undefined : [...teams],
          ...{ today: reader.day, reader },
        }),
      ),
  },
  {
    id: 'alerts',
    title: 'Alerts',
    words: 'Open ones by how far they have gone, how soon they are answered, and how they end.',
    figures: async (db, { reader, teams, from, to }) => {
      const where = casesOf(reader, teams)
      const opened = { from: londonMoment(from, 0), before: londonMoment(to.plusDays(1), 0) }
      const [open, all] = await Promise.all([
        readerAlerts(db, reader, { state: 'open', where }),
        readerAlerts(db, reader, { state: 'all', opened, where }),
      ])
      return alertsInPeriod({ open, opened: all })
    },
  },
  {
    id: 'plans',
    title: 'Child protection plans',
    words: 'Plans that have run for long, and second or later ones.',
    figures: async (db, asked) => {
      const { running, further } = await planRows(db, asked)
      return [...longPlans(running, asked.reader.day), ...furtherPlans(further)]
    },
  },
  {
    id: 'referrals-and-workers',
    title: 'Re-referrals and changes of worker',
    words: 'Who came back, and who was given another worker.',
    figures: async (db, asked) => {
      const { referrals, workers } = await referralRows(db, asked)
      return [...reReferrals(referrals), ...workerChanges(workers)]
    },
  },
]

/** The last three months, unless told. */
export const MONTHS_BACK = 3

export const periodFrom = (today: LocalDate, months = MONTHS_BACK): LocalDate => today.minusMonths(months).plusDays(1)
