import { csvText } from '../../files/csvText'
import { noteNames } from '../../commands/web/noteNames'
import { heldChildren } from '../../queries/team/teamPeople'
import { file, goTo, show } from '../app/answer'
import { page } from '../app/page'
import { choices, reportHref } from './reportAsking'
import { forReport } from './reportOf'

/** `/reports/held?worker=`: the children somebody holds today, whatever team they are of: what the picture of workers counts. */
export const HELD = page({
  method: 'GET',
  path: '/reports/held',
  needs: 'see-reports',
  answer: forReport(async ({ db, reader, query, today, now }, of) => {
    if (of.worker === null) return goTo(reportHref('/reports/workload', of))
    const held = await heldChildren(db, reader, of.worker.id)
    await noteNames(db, { actorId: reader.id, page: '/reports/held', refs: held.map(({ ref }) => ref), now })
    if (query['format'] === 'csv')
      return file(
        'text/csv; charset=utf-8',
        csvText(
          ['Case', 'Child'],
          held.map(({ ref, child }) => [ref, child]),
        ),
        { name: 'held.csv' },
      )
    return show('reports/list.njk', {
      ...choices('/reports/held', of, today),
      ...{ title: `Children ${of.worker.name} holds`, count: held.length, others: null },
      words: 'Today, of whatever team. A child of a case you may not open is not counted.',
      rows: held.map(({ ref, child }) => ({ ref, words: child, href: `/cases/${encodeURIComponent(ref)}` })),
      ...{ back: reportHref('/reports/workload', { ...of, worker: null }), before: null, after: null },
      csv: reportHref('/reports/held', of, { format: 'csv' }),
    })
  }),
})
