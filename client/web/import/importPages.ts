import { rm } from 'node:fs/promises'
import { csvText } from '../../files/csvText'
import { isId } from '../../commands/isId'
import { decideImport } from '../../commands/decideImport'
import { importProgress } from '../../queries/importProgress'
import { findingsPage } from '../../queries/imports/findingsPage'
import { runsGoingOn } from '../../queries/imports/runsGoingOn'
import { file, goTo, json, NOTHING_HERE, type Answer } from '../app/answer'
import { page, type Asked, type Page } from '../app/page'
import { pageWords } from '../app/pageWords'
import { statusOf } from '../app/refusedBy'
import { extractNamed } from './extractsIn'
import { changesOfRun } from './changesOfRun'
import { findingsOfRun } from './findingsOfRun'
import { FINDING_COLUMNS, findingLine, isTaken } from './importRows'
import { importsPage, mostBytes } from './importsPage'
import { receiveUpload } from './receiveUpload'
import { runPage } from './runPage'
import { runWords } from './runWords'
import { startFrom } from './startFrom'
import { tidyUploads } from './tidyUploads'

const needs = 'import-caseload'
/** A CSV file with more lines than this nobody works through. */
const MOST_LINES = 100_000

const GOING_ON =
  'An import is going on, and there is one at a time. Wait until it is done, or give it up on its page. Nothing was imported.'

const NO_UPLOADS =
  'Nothing can be uploaded here: no folder was set up for it. Choose an extract from the folder on the server.'
const NO_FILES = 'Choose the files of an extract, or the file of a census, and send them with the form of this page.'

const forRun =
  (answer: (asked: Asked, runId: string) => Promise<Answer>) =>
  (asked: Asked): Promise<Answer> | Answer =>
    isId(asked.params['run'] ?? '') ? answer(asked, (asked.params['run'] ?? '').toLowerCase()) : NOTHING_HERE

/** Import: runs, their preview and findings; an extract from the server's folder, or uploaded. */
export const IMPORT_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/import', needs, answer: (asked) => importsPage(asked) }),
  page({ method: 'POST', path: '/import', needs, answer: fromFolder }),
  page({ method: 'POST', path: '/import/upload', needs, uploads: true, answer: fromUpload }),
  page({ method: 'GET', path: '/import/:run', needs, answer: forRun((asked, runId) => runPage(asked, runId)) }),
  page({
    ...{ method: 'GET', path: '/import/:run/progress', needs },
    answer: forRun(async ({ db }, runId) => {
      const progress = await importProgress(db, runId)
      return progress === undefined ? NOTHING_HERE : json(runWords(progress))
    }),
  }),
  page({ method: 'POST', path: '/import/:run/decide', needs, answer: forRun(decide) }),
  page({ method: 'GET', path: '/import/:run/findings', needs, answer: forRun(findingsOfRun) }),
  page({
    ...{ method: 'GET', path: '/import/:run/findings.csv', needs },
    answer: forRun(async ({ db, reader, query: { taken } }, runId) => {
      const asked = { runId, taken: isTaken(taken) ? taken : null, offset: 0, most: MOST_LINES }
      const lines = (await findingsPage(db, reader, asked)).map(findingLine)
      return file('text/csv; charset=utf-8', csvText(FINDING_COLUMNS, lines), { name: `findings-${runId}.csv` })
    }),
  }),
  page({ method: 'GET', path: '/import/:run/changes', needs, answer: forRun(changesOfRun) }),
]

async function fromFolder(asked: Asked): Promise<Answer> {
  const { db, form, folders } = asked
  if ((await runsGoingOn(db)).length > 0) return importsPage(asked, { problem: GOING_ON, status: 409, at: 'extract' })
  const { extract: name, older, fewer } = form
  const found =
    folders?.extracts === undefined || typeof name !== 'string' ? undefined : await extractNamed(folders.extracts, name)
  if (found === undefined)
    return importsPage(asked, {
      problem:
        'Choose one of the extracts in the list. One with links or folders inside is not taken: copy its files there themselves.',
      ...{ status: 422, at: 'extract' },
    })
  const started = await startFrom(asked, {
    ...{ source: found.source, from: found.from, called: found.name },
    ...{ older: older === 'yes', fewer: fewer === 'yes', uploaded: false },
  })
  return 'problem' in started ? importsPage(asked, { ...started, at: 'extract' }) : goTo(`/import/${started.runId}`)
}

async function fromUpload(asked: Asked): Promise<Answer> {
  const { db, request, folders } = asked
  const { rest } = request
  const { uploads } = folders ?? {}
  const wrong = (problem: string, status: number): Promise<Answer> =>
    importsPage(asked, { problem, status, at: 'files' })
  if (uploads === undefined) return wrong(NO_UPLOADS, 422)
  if (rest === undefined) return wrong(NO_FILES, 422)
  if ((await runsGoingOn(db)).length > 0) return wrong(GOING_ON, 409)
  await tidyUploads(db, uploads)
  const upload = await receiveUpload(rest, { uploads, bytes: mostBytes(asked) })
  if ('problem' in upload) return wrong(upload.problem, 422)
  const { source, from, folder, fields } = upload
  const options = { older: fields.get('older') === 'yes', fewer: fields.get('fewer') === 'yes', uploaded: true }
  const started = await startFrom(asked, { source, from, called: 'what was uploaded', ...options }).catch(
    async (error: unknown) => {
      await rm(folder, { recursive: true, force: true })
      throw error
    },
  )
  if (!('problem' in started)) return goTo(`/import/${started.runId}`)
  await rm(folder, { recursive: true, force: true })
  return wrong(started.problem, started.status)
}

const DECIDED = {
  applying: 'It is being brought in.',
  done: 'It has been brought in.',
  'given-up': 'The import was given up. What was brought in before stays.',
} as const

async function decide(asked: Asked, runId: string): Promise<Answer> {
  const { db, processes, reader, form } = asked
  const { decision } = form
  if (decision !== 'apply' && decision !== 'give-up')
    return runPage(asked, runId, 'Choose whether to bring it in or to give it up.', 422)
  const refusal = await decideImport({ db, processes }, { runId, decision, actorId: reader.id })
  if (refusal?.refused === 'unknown-import') return NOTHING_HERE
  if (refusal !== undefined) return runPage(asked, runId, pageWords(refusal.todo), statusOf(refusal))
  // As it stands now: who presses twice reads the same as who pressed once.
  const state = (await importProgress(db, runId))?.state
  return goTo(`/import/${runId}`, DECIDED[state === 'applying' || state === 'given-up' ? state : 'done'])
}
