import { londonMoment } from '../../../domain/calendar/london'
import { alertEntries } from '../../queries/web/alertEntries'
import { rulesNow } from '../../queries/web/rulesNow'
import { workCases } from '../../queries/web/workCases'
import { workChanged } from '../../queries/web/workChanged'
import { workDue } from '../../queries/web/workDue'
import { workSummaries } from '../../queries/web/workSummaries'
import { workTold } from '../../queries/web/workTold'
import { show } from '../app/answer'
import { page, type Page } from '../app/page'
import { myWorkView } from './myWorkView'

/** How far ahead somebody sees what comes, in days: this week and the four after it. */
const AHEAD = 35
/** How long what managers were told stays here, in days. */
const TOLD_DAYS = 14

/** A social worker's home: what is due on the cases they hold, late first. */
export const MY_WORK: readonly Page[] = [
  page({
    method: 'GET',
    path: '/my-work',
    needs: 'see-own-work',
    answer: async ({ db, reader, today }) => {
      const [due, cases, summaries, changed, told, { calendar }] = await Promise.all([
        workDue(db, reader, AHEAD),
        workCases(db, reader),
        workSummaries(db, reader, AHEAD),
        workChanged(db, reader, londonMoment(today.minusDays(1), 0)),
        workTold(db, reader, today.minusDays(TOLD_DAYS).toString()),
        rulesNow(db, today),
      ])
      const entries = await alertEntries(db, [...new Set(due.flatMap(({ alert }) => alert ?? []))])
      return show(
        'my-work/myWork.njk',
        myWorkView({ due, entries, cases, summaries, changed, told }, { today, calendar }),
      )
    },
  }),
]
