import type { Prisma } from '../../../../prisma/generated/client'
import type { Reader } from '../../reading/loadReader'
import { openTo, readableCases } from '../../reading/readableCases'
import type { SessionAccess } from './sessionAccess'

/** On `case_file c`, a case of a session: whether its reader sees it through the session. */
export const seenCases = (reader: Reader, { sees }: Pick<SessionAccess, 'sees'>): Prisma.Sql =>
  sees === 'every-case' ? openTo(reader) : readableCases(reader)
