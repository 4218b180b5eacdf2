import { randomUUID } from 'node:crypto'
import type { CommandDeps } from '../../../client/commands/command'
import type { Answered } from '../../../client/commands/supervision/acting'
import { askException, decideException } from '../../../client/commands/supervision/exception'
import { recordHeld } from '../../../client/commands/supervision/held'
import { addMinute, minutesOut, papersOut } from '../../../client/commands/supervision/minutes'
import { qualityCheck } from '../../../client/commands/supervision/qualityCheck'
import { reply } from '../../../client/commands/supervision/reply'
import { reviewSummary, writeSummary } from '../../../client/commands/supervision/summaries'
import { PEOPLE } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { COORDINATOR } from '../../servers/supervisionTown'
import { townOfOneSession } from '../../servers/townOfOneSession'

describe('what cannot be done with a session', () => {
  let quiet: QuietTown
  let sessionId: string
  // Nothing is written, so that one town serves all.
  beforeAll(async () => {
    ;({ quiet, sessionId } = await townOfOneSession())
  })
  afterAll(() => quiet.stop())

  const as = (actorId: string) => ({ sessionId, actorId, commandId: randomUUID() })
  const deps = (): CommandDeps => quiet
  const refused = async (answer: Promise<Answered>): Promise<string> => {
    const said = await answer
    return 'refused' in said ? `${said.refused}: ${said.todo}` : 'accepted'
  }

  it.each<readonly [what: string, says: RegExp, act: () => Promise<Answered>]>([
    [
      'minutes before the day',
      /^bad-data: This session is on 7 April 2026/,
      () => addMinute(deps(), { ...as(PEOPLE.worker), ref: 'T-1', prompt: 'decision', text: 'x' }),
    ],
    [
      'a session recorded as held before it was',
      /^bad-data: This session is on 7 April 2026/,
      () => recordHeld(deps(), { ...as(COORDINATOR), present: [], notDiscussed: [] }),
    ],
    [
      'minutes sent out before it was held',
      /^bad-data: Record first that it was held/,
      () => minutesOut(deps(), as(COORDINATOR)),
    ],
    [
      'a check before the minutes',
      /^bad-data: The minutes are not out yet/,
      () => qualityCheck(deps(), { ...as(PEOPLE.serviceManager), words: 'x' }),
    ],
    [
      'a summary of a case of another session',
      /^unknown-case: There is no case T-9/,
      () => writeSummary(deps(), { ...as(PEOPLE.worker), ref: 'T-9', text: 'x' }),
    ],
    [
      'a summary without a word',
      /^bad-data: A summary has/,
      () => writeSummary(deps(), { ...as(PEOPLE.worker), ref: 'T-1', text: '  ' }),
    ],
    [
      'a review of what nobody wrote',
      /^bad-data: Nobody has written the summary of T-1/,
      () => reviewSummary(deps(), { ...as(PEOPLE.teamManager), ref: 'T-1', words: '' }),
    ],
    [
      'a review by the worker',
      /^not-allowed: Only a manager/,
      () => reviewSummary(deps(), { ...as(PEOPLE.worker), ref: 'T-1', words: '' }),
    ],
    ['papers sent out by a worker', /^not-allowed: Only the coordinator/, () => papersOut(deps(), as(PEOPLE.worker))],
    [
      'an answer for somebody else',
      /^not-allowed: Only the coordinator/,
      () => reply(deps(), { ...as(PEOPLE.worker), personId: PEOPLE.chair, answer: 'declined', how: 'command' }),
    ],
    [
      'an answer to an invitation that was changed',
      /^changed-since: /,
      () =>
        reply(deps(), { ...as(PEOPLE.worker), personId: PEOPLE.worker, answer: 'accepted', how: 'mail', revision: -1 }),
    ],
    [
      'a session nobody knows',
      /^unknown-session: /,
      () => papersOut(deps(), { ...as(COORDINATOR), sessionId: randomUUID() }),
    ],
    [
      'somebody who covers for themself',
      /^unknown-person: Who covers is somebody else/,
      () =>
        askException(deps(), { ...as(PEOPLE.worker), personId: PEOPLE.worker, reason: 'x', coverId: PEOPLE.worker }),
    ],
    [
      'an absence that nobody gave a reason for',
      /^bad-data: Nobody has said why/,
      () => decideException(deps(), { ...as(PEOPLE.teamManager), personId: PEOPLE.worker, approved: true }),
    ],
  ])('refuses %s, and writes nothing', async (_what, says, act) => {
    const print = (): Promise<unknown> => quiet.db.$queryRaw`
      select (select json_agg(s order by s.id) from session s) as sessions, (select count(*) from audit_event) as audit, (select count(*) from chronology_event) as facts,
        (select json_agg(a order by a.person_id) from attendance a where a.session_id = ${sessionId}::uuid) as people`
    const before = await print()
    expect(await refused(act())).toMatch(says)
    expect(await print()).toEqual(before)
  })
})
