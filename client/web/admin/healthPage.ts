import { realNow } from '../../../activities/realNow'
import { health, reminderLateness } from '../../queries/admin/health'
import type { Answer } from '../app/answer'
import type { Asked } from '../app/page'
import { failingTable, healthLines, processesTable } from './healthRows'
import { adminPage } from './sections'

/** `/admin/health`: whether Caseclock does its work, and how late its reminders are. */
export async function healthPage({ db, now, today }: Asked): Promise<Answer> {
  const looked = await health(db, { now, real: realNow() })
  const lateness = await reminderLateness(db, today.toString())
  return adminPage({
    title: 'How Caseclock runs',
    sections: [
      { bullets: healthLines(looked, lateness) },
      { table: processesTable(looked) },
      { table: failingTable(looked) },
    ],
  })
}
