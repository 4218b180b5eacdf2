import type { LocalDate } from '@js-joda/core'
import { londonMoment } from '../../../domain/calendar/london'
import { alertsInPeriod } from '../../../domain/figures/alertsInPeriod'
import { coverageChart } from '../../../domain/figures/charts/coverageChart'
import { inTimeCharts } from '../../../domain/figures/charts/inTimeCharts'
import { lateCharts } from '../../../domain/figures/charts/lateCharts'
import { reachedChart } from '../../../domain/figures/charts/reachedChart'
import { workersChart } from '../../../domain/figures/charts/workersChart'
import type { Figure } from '../../../domain/figures/figure'
import { furtherPlans } from '../../../domain/figures/furtherPlans'
import { groupSupervision, OF_CASES } from '../../../domain/figures/groupSupervision'
import { longPlans } from '../../../domain/figures/longPlans'
import { overFifteen } from '../../../domain/figures/overFifteen'
import { reReferrals } from '../../../domain/figures/reReferrals'
import { inTimeFigures, lateFigures } from '../../../domain/figures/timeliness'
import { workerChanges } from '../../../domain/figures/workerChanges'
import { workload } from '../../../domain/figures/workload'
import type { BarChart } from '../../../domain/picture/bars'
import { monthName } from '../../../domain/supervision/monthName'
import type { Database } from '../../../prisma/database'
import { readerAlerts } from '../../queries/alerts/readerAlerts'
import { casesAsked } from '../../queries/reports/casesAsked'
import { dueRows } from '../../queries/reports/dueRows'
import { planRows } from '../../queries/reports/planRows'
import { referralRows } from '../../queries/reports/referralRows'
import type { ReportAsked } from '../../queries/reports/reportAsked'
import { workloadRows } from '../../queries/reports/workloadRows'
import { supervisionFigures } from '../../queries/supervision/supervisionFigures'
import { teamPeople } from '../../queries/team/teamPeople'
import { rulesNow } from '../../queries/web/rulesNow'

/** A page of figures. */
export interface ReportGroup {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly read: (db: Database, asked: ReportAsked) => Promise<GroupFigures>
}

/** Figures, and the pictures of some of them. */
export interface GroupFigures {
  readonly figures: readonly Figure[]
  readonly charts: readonly BarChart[]
}

/** The groups of figures of the handbook's section 10, in its order. */
export const REPORT_GROUPS: readonly ReportGroup[] = [
  {
    id: 'workload',
    title: 'What is held today',
    words:
      'Families and children, workers with over 15, and what is due, late or not booked. Of today, whatever the period.',
    read: async (db, asked) => {
      const { reader, teams, worker } = asked
      const [rows, people] = await Promise.all([workloadRows(db, asked), teamPeople(db, reader, teams)])
      const [families, children, ...others] = workload(rows, reader.day)
      const workers = [...new Map(people.map((one) => [one.id, one])).values()].filter(
        ({ id }) => worker === null || id === worker,
      )
      return {
        figures: [families, children, overFifteen(workers), ...others].filter((one) => one !== undefined),
        charts: workersChart(workers),
      }
    },
  },
  {
    id: 'in-time',
    title: 'Done in time',
    words: 'Conferences, reviews, visits and assessments by their day, and how late the others were.',
    read: async (db, asked) => {
      const { day: today } = asked.reader
      const [rows, { calendar }] = await Promise.all([dueRows(db, asked), rulesNow(db, today)])
      return {
        figures: [...inTimeFigures(rows, today), ...lateFigures(rows, { today, calendar })],
        charts: [...inTimeCharts(rows, asked, today), ...lateCharts(rows, { today, calendar })],
      }
    },
  },
  {
    id: 'group-supervision',
    title: 'Group supervision',
    words:
      'Cases discussed, summaries and minutes by their day, and who came. Of whole months. Of one worker only what is about cases: a session’s minutes and attendance are the team’s.',
    read: async (db, { reader, teams, worker, from, to }) => {
      const months = await supervisionFigures(db, {
        span: { from: monthName(from), to: monthName(to) },
        teams: teams === 'everywhere' ? undefined : [...teams],
        ...{ today: reader.day, reader, worker },
      })
      const figures = groupSupervision(months)
      return {
        figures: worker === null ? figures : figures.filter(({ id }) => OF_CASES.has(id)),
        charts: coverageChart(months),
      }
    },
  },
  {
    id: 'alerts',
    title: 'Alerts',
    words: 'Open ones by how far they have gone, how soon they are answered, and how they end.',
    read: async (db, asked) => {
      const { reader, from, to } = asked
      const where = casesAsked(asked)
      const opened = { from: londonMoment(from, 0), before: londonMoment(to.plusDays(1), 0) }
      const [open, all] = await Promise.all([
        readerAlerts(db, reader, { state: 'open', where }),
        readerAlerts(db, reader, { state: 'all', opened, where }),
      ])
      const figures = alertsInPeriod({ open, opened: all })
      return { figures, charts: reachedChart(figures) }
    },
  },
  {
    id: 'plans',
    title: 'Child protection plans',
    words: 'Plans that have run for long, and second or later ones.',
    read: async (db, asked) => {
      const { running, further } = await planRows(db, asked)
      return { figures: [...longPlans(running, asked.reader.day), ...furtherPlans(further)], charts: [] }
    },
  },
  {
    id: 'referrals-and-workers',
    title: 'Re-referrals and changes of worker',
    words: 'Who came back, and who was given another worker.',
    read: async (db, asked) => {
      const { referrals, workers } = await referralRows(db, asked)
      return { figures: [...reReferrals(referrals), ...workerChanges(workers)], charts: [] }
    },
  },
]

/** The last three months, unless told. */
export const MONTHS_BACK = 3

export const periodFrom = (today: LocalDate, months = MONTHS_BACK): LocalDate => today.minusMonths(months).plusDays(1)
