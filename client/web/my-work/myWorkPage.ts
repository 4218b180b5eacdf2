import { dueList } from '../../queries/dueList'
import { show } from '../app/answer'
import { page, type Page } from '../app/page'
import { dueRow } from './dueRow'

/** How far ahead somebody sees what comes, in days: this week and the four after it. */
const AHEAD = 35

/** A social worker's home: what is due on the cases they hold, late first. */
export const MY_WORK: readonly Page[] = [
  page({
    method: 'GET',
    path: '/my-work',
    needs: 'see-own-work',
    answer: async ({ db, reader, today }) => {
      const asked = { today: today.toString(), within: AHEAD, teams: null, personId: reader.id, escalated: false }
      const rows = (await dueList(db, asked)).map((row) => dueRow(row, today))
      const late = rows.filter((row) => row.late)
      const ahead = rows.filter((row) => !row.late)
      return show('my-work/myWork.njk', { late, ahead })
    },
  }),
]
