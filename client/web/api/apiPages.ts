import { z } from 'zod'
import { answerEscalation } from '../../commands/answerEscalation'
import { isId } from '../../commands/isId'
import { recordEvent } from '../../commands/recordEvent'
import { alertLines, alertOf } from '../../queries/api/alertLines'
import { caseLine, caseLines, eventLines, obligationLines } from '../../queries/api/caseLists'
import { readableCase, type ReadableCase } from '../../queries/reading/readableCase'
import { json, NOTHING_HERE, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import type { Asked, Page } from '../app/page'
import { DUE_ENDPOINTS } from './dueEndpoints'
import { endpoint, listed, NO_SUCH, problem, refusedAs, type Endpoint } from './endpoint'
import { openapi } from './openapi'
import { REPORT_ENDPOINT } from './reportEndpoint'
import * as of from './schemas'
import { SESSION_ENDPOINT } from './sessionEndpoint'
import { YEAR_ENDPOINT } from './yearEndpoint'

/** A question about one case: looked up and written to the audit as for a page. */
const about = async (
  path: string,
  asked: Asked,
  answer: (found: ReadableCase) => Promise<Answer> | Answer,
): Promise<Answer> => {
  const answered = await forCase(path, (_asked, found) => answer(found))(asked)
  return answered === NOTHING_HERE ? NO_SUCH : answered
}

/** The command's id, from its header; a program that does not name one may do twice what it meant once. */
const commandIdOf = ({ request }: Asked): string | undefined => {
  const { 'idempotency-key': key } = request.headers
  return typeof key === 'string' && isId(key) ? key : undefined
}
const NO_KEY = problem(428, 'Send a UUID of your own as Idempotency-Key, a new one for each command.')

/** The version of the case somebody looked at: `If-Match: "7"`. Null where it is no version. */
const seenVersionOf = ({ request }: Asked): number | null | undefined => {
  const { 'if-match': match } = request.headers
  if (match === undefined) return undefined
  const [, version] = /^"?(\d{1,9})"?$/.exec(match) ?? []
  return version === undefined ? null : Number(version)
}

const CASE = '/api/v1/cases/:ref'

export const ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    ...{ method: 'GET', path: '/api/v1/cases', needs: 'see-own-work', summary: 'The cases you may open, by reference' },
    ...{ query: of.PAGING, output: of.CASES },
    answer: async ({ db, reader }, { query: { after, limit } }) =>
      listed(await caseLines(db, reader, after, limit + 1), limit, ({ ref }) => ref),
  }),
  endpoint({
    ...{ method: 'GET', path: CASE, needs: 'see-own-work', summary: 'One case', output: of.CASE },
    answer: (asked) => about(CASE, asked, async ({ id }) => json(await caseLine(asked.db, id))),
  }),
  endpoint({
    ...{
      method: 'GET',
      path: `${CASE}/chronology`,
      needs: 'see-own-work',
      summary: 'Its facts, as they were recorded',
    },
    ...{ query: of.PAGING, output: of.CHRONOLOGY },
    answer: (asked, { query: { after, limit } }) =>
      about(`${CASE}/chronology`, asked, async ({ id }) => {
        const from = /^\d{1,9}$/.test(after) ? Number(after) : 0
        return listed(await eventLines(asked.db, id, from, limit + 1), limit, (_row, at) => String(from + at))
      }),
  }),
  endpoint({
    ...{
      method: 'GET',
      path: `${CASE}/obligations`,
      needs: 'see-own-work',
      summary: 'What is or was due, and why that day',
    },
    ...{ query: of.PAGING, output: of.OBLIGATIONS },
    answer: (asked, { query: { after, limit } }) =>
      about(`${CASE}/obligations`, asked, async ({ id }) =>
        listed(await obligationLines(asked.db, id, after, limit + 1), limit, (row) => row.id),
      ),
  }),
  endpoint({
    ...{ method: 'POST', path: `${CASE}/events`, needs: 'see-own-work', summary: 'Record a fact' },
    ...{ body: of.NEW_EVENT, output: of.RECORDED },
    isThere: async ({ db, reader, params }) => (await readableCase(db, reader, params['ref'] ?? '')) !== undefined,
    answer: (asked, { body: { kind, on, children, data, corrects, takesBack } }) =>
      about(`${CASE}/events`, asked, async ({ ref }) => {
        const commandId = commandIdOf(asked)
        const seenVersion = seenVersionOf(asked)
        if (commandId === undefined) return NO_KEY
        if (seenVersion === null) return problem(422, 'If-Match is the factsVersion you have seen: If-Match: "7".')
        const answer = await recordEvent(asked, {
          ...{ ref, kind, data, commandId, actorId: asked.reader.id },
          ...(on === undefined ? {} : { on }),
          ...(children === undefined ? {} : { children }),
          ...(corrects === undefined ? {} : { supersedes: corrects }),
          ...(takesBack === undefined ? {} : { void: takesBack }),
          ...(seenVersion === undefined ? {} : { seenVersion }),
        })
        if ('refused' in answer) return refusedAs(answer)
        return json({ factsVersion: answer.factsVersion, events: answer.eventIds, repeated: answer.repeated })
      }),
  }),
  endpoint({
    ...{
      method: 'GET',
      path: '/api/v1/escalations',
      needs: 'see-own-work',
      summary: 'The open alerts of cases you may open',
    },
    ...{ query: of.PAGING, output: of.ALERTS },
    answer: async ({ db, reader }, { query: { after, limit } }) =>
      listed(await alertLines(db, reader, after, limit + 1), limit, ({ id }) => id),
  }),
  endpoint({
    ...{
      method: 'GET',
      path: '/api/v1/escalations/:id',
      needs: 'see-own-work',
      summary: 'One alert, and what happened on it',
    },
    output: of.ALERT,
    answer: async ({ db, reader, params }) => {
      const found = await alertOf(db, reader, params['id'] ?? '')
      return found === undefined ? NO_SUCH : json(found)
    },
  }),
  endpoint({
    ...{ method: 'POST', path: '/api/v1/escalations/:id/answers', needs: 'see-own-work', summary: 'Answer an alert' },
    ...{ body: of.NEW_ANSWER, output: of.ANSWERED },
    isThere: async ({ db, reader, params }) => (await alertOf(db, reader, params['id'] ?? '')) !== undefined,
    answer: async (asked, { body: { answer: said, reason, until, owner, immediateRisk } }) => {
      const found = await alertOf(asked.db, asked.reader, asked.params['id'] ?? '')
      const commandId = commandIdOf(asked)
      if (found === undefined) return NO_SUCH
      if (commandId === undefined) return NO_KEY
      const answer = await answerEscalation(asked, {
        ...{ escalationId: found.id, answer: said, reason, actorId: asked.reader.id, commandId },
        ...(until === undefined ? {} : { until }),
        ...(owner === undefined ? {} : { ownerId: owner }),
        ...(immediateRisk === undefined ? {} : { immediateRisk }),
      })
      if ('refused' in answer) return refusedAs(answer)
      return json({ nextOn: answer.nextOn?.toString() ?? null, repeated: answer.repeated })
    },
  }),
  ...DUE_ENDPOINTS,
  ...[YEAR_ENDPOINT, SESSION_ENDPOINT, REPORT_ENDPOINT],
]

const DOCUMENT: Endpoint = endpoint({
  ...{ method: 'GET', path: '/api/v1/openapi.json', needs: 'see-own-work', summary: 'This document' },
  output: z.record(z.string(), z.unknown()),
  answer: () => json(openapi([...ENDPOINTS, DOCUMENT])),
})

/** Questions for programs, by the queries and commands of the pages. The document is for whoever is signed in. */
export const API_PAGES: readonly Page[] = [...ENDPOINTS, DOCUMENT].map((one) => one.page)
