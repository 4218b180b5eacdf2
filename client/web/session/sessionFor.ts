import type { SessionMatter } from '../../../domain/supervision/session/sessionMatter'
import { sessionAccess, type SessionAccess } from '../../queries/supervision/web/sessionAccess'
import { sessionCases, type SessionCaseRow } from '../../queries/supervision/web/sessionCases'
import { sessionHead, type SessionHead } from '../../queries/supervision/web/sessionHead'
import type { Asked } from '../app/page'

/** A session with everything of it that its reader may see. */
export interface OpenedSession {
  readonly access: SessionAccess
  readonly head: SessionHead
  readonly open: readonly SessionMatter[]
  readonly cases: readonly SessionCaseRow[]
}

/** The session in the path, `:id`; undefined for whoever has nothing to do with it. */
export async function sessionFor({ db, reader, params }: Asked): Promise<OpenedSession | undefined> {
  const access = await sessionAccess(db, reader, params['id'] ?? '')
  if (access === undefined) return undefined
  const found = await sessionHead(db, reader.id, access)
  return found === undefined ? undefined : { access, ...found, cases: await sessionCases(db, reader, access) }
}

/** One case of it, `:ref` in the path, that the reader may open. */
export const caseIn = ({ cases }: OpenedSession, { params }: Asked): SessionCaseRow | undefined =>
  cases.find(({ ref }) => ref === params['ref'])
