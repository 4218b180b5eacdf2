import { randomUUID } from 'node:crypto'
import { noteRead } from '../../commands/supervision/noteRead'
import { minutesPage } from '../../papers/minutesPage'
import { packPage } from '../../papers/packPage'
import { paperStyleHash } from '../../papers/renderPaper'
import { minutesOf } from '../../queries/supervision/minutesOf'
import { packOf } from '../../queries/supervision/packOf'
import { sessionAccess } from '../../queries/supervision/web/sessionAccess'
import { file, NOTHING_HERE, show, type Answer } from '../app/answer'
import { pageWords } from '../app/pageWords'
import { page, type Asked, type Page } from '../app/page'

type What = 'pack' | 'minutes'

/** The papers and the minutes of a session as one page to print, made for this reader; that it was made is written down. */
export const PAPER_PAGES: readonly Page[] = (['pack', 'minutes'] as const).map((what) =>
  page({
    method: 'GET',
    path: `/supervision/sessions/:id/paper/${what}`,
    needs: 'see-own-work',
    answer: (asked) => paper(asked, what),
  }),
)

async function paper({ db, reader, params, now }: Asked, what: What): Promise<Answer> {
  const access = await sessionAccess(db, reader, params['id'] ?? '')
  if (access === undefined) return NOTHING_HERE
  const html = await made()
  if (typeof html !== 'string')
    return html.refused === 'bad-data' ? show('errors/refused.njk', { todo: pageWords(html.todo) }, 409) : NOTHING_HERE
  await noteRead(db, { what, sessionId: access.id, readerId: reader.id, commandId: randomUUID(), now })
  return file('text/html; charset=utf-8', html, { style: paperStyleHash() })

  async function made() {
    if (what === 'pack') {
      const view = await packOf(db, params['id'] ?? '', reader.id)
      return 'refused' in view ? view : packPage(view)
    }
    const view = await minutesOf(db, params['id'] ?? '', reader.id)
    return 'refused' in view ? view : minutesPage(view)
  }
}
