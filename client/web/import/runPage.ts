import { isoDay } from '../../../domain/calendar/isoDay'
import { importProgress } from '../../queries/importProgress'
import { changesPage } from '../../queries/imports/changesPage'
import { findingCounts } from '../../queries/imports/findingsPage'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import { dayWords } from '../app/momentWords'
import type { Asked } from '../app/page'
import { pageWords } from '../app/pageWords'
import { howMany } from '../app/table'
import { changesTable, previewLines, sourceWords, toldTable } from './importRows'
import { ruleTitles } from './ruleTitles'
import { isMoving, runWords, stateWords } from './runWords'

/** Changes and people that the page of a run begins with. */
const FIRST = 20

/** `/import/:run`: how far it is, what it would change, and the decision; or the same with what was wrong with what was sent to it. */
export async function runPage({ db, reader }: Asked, runId: string, problem?: string, status = 200): Promise<Answer> {
  const progress = await importProgress(db, runId)
  if (progress === undefined) return NOTHING_HERE
  const { state, source, asAt, preview, newFacts, cases } = progress
  const found = (await findingCounts(db, reader, [runId])).reduce((sum, { many }) => sum + many, 0)
  const changes = preview === null ? [] : await changesPage(db, reader, { runId, offset: 0, most: FIRST + 1 })
  return show(
    'import/run.njk',
    {
      ...{ ...runWords(progress), href: `/import/${runId}`, moving: isMoving(state), waiting: state === 'waiting' },
      title: `${sourceWords(source)} of ${dayWords(isoDay(asAt))}`,
      standing: stateWords(state),
      mayGiveUp: isMoving(state),
      why: progress.problem === null ? null : pageWords(progress.problem),
      result:
        state === 'done'
          ? `${howMany(newFacts, 'fact')} written on ${howMany(cases.changed, 'case')}; ${howMany(cases.applied - cases.changed, 'case')} looked at and the same.`
          : null,
      findings:
        found === 0
          ? isMoving(state)
            ? 'Nothing was found wrong so far'
            : 'Nothing was found wrong in the files'
          : howMany(found, 'finding'),
      preview:
        preview === null ? null : { lines: previewLines(preview), told: toldTable(preview, FIRST, state === 'done') },
      changes: changesTable(changes.slice(0, FIRST), await ruleTitles(db), state === 'done'),
      more: changes.length > FIRST,
      problems: problem === undefined ? [] : [{ text: problem, href: '#decide' }],
    },
    status,
  )
}
