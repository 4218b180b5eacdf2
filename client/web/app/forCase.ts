import { noteView } from '../../commands/web/noteView'
import { readableCase, type ReadableCase } from '../../queries/reading/readableCase'
import { NOTHING_HERE, type Answer } from './answer'
import type { Asked } from './page'

/** A page about one case, `:ref` in its path: only for who may read it, and every look is written to the audit. Who may not is told what there is not. */
export const forCase =
  (page: string, answer: (asked: Asked, about: ReadableCase) => Promise<Answer> | Answer) =>
  async (asked: Asked): Promise<Answer> => {
    const { db, reader, now, params } = asked
    const about = await readableCase(db, reader, params['ref'] ?? '')
    if (about === undefined) return NOTHING_HERE
    await noteView(db, { caseId: about.id, actorId: reader.id, page, now })
    const answered = await answer(asked, about)
    // Its forms say which version of the case they are of; one that is shown again says it itself.
    return answered.answer === 'page' ? { seen: String(about.facts_version), ...answered } : answered
  }
