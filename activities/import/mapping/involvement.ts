import { RowRejected } from '../rowReader'
import { event, firstSeen, personId, type MapRow } from './mapContext'

/**
 * `ssd_involvements`: allocated workers, chairs and specialists. The extract has no leaving date: what is still open in the name of
 * somebody who left ends on the day of the extract that shows it.
 */
export const involvement: MapRow = (row, read, { asAt, leavers }) => {
  const child = read.text('invo_person_id')
  const professional = read.text('invo_professional_id')
  if (professional === '') throw new RowRejected('missing-value', 'invo_professional_id', 'The worker is missing.')
  const person = personId(professional)
  const started = read.day('invo_involvement_start_date')
  const ended = read.dayOrNull('invo_involvement_end_date', started)
  const gone = ended === null && leavers.has(professional)
  const until = gone ? asAt : ended
  const role = read.text('invo_professional_role_id')
  switch (role) {
    case '':
      throw new RowRejected('missing-value', 'invo_professional_role_id', 'The role is missing.')
    case 'Allocated Case Worker': {
      const start = event(row, child, 'worker-allocated', started, { person })
      if (until === null) return [start]
      const end = event(row, child, 'worker-ended', until, { person })
      return [start, gone ? firstSeen(end) : end]
    }
    case 'Child Protection Conference Chair':
      return [event(row, child, 'chair-allocated', started, { person })]
    default: {
      const kind = role.toLowerCase().replaceAll(' ', '-')
      const start = event(row, child, 'specialist-allocated', started, { role: kind, person })
      if (until === null) return [start]
      const end = event(row, child, 'specialist-ended', until, { role: kind, reason: gone ? 'left' : 'done' })
      return [start, gone ? firstSeen(end) : end]
    }
  }
}
