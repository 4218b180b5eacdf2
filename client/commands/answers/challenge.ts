import { appendEvents } from '../../../activities/chronology/appendEvents'
import { newId } from '../../../activities/newId'
import { tellOfRisk } from '../disputes/tellOfRisk'
import { refuse, type AnswerGiven } from './answering'

/**
 * Disagrees with how the matter is handled: a professional dispute begins on the case, with its own stages and its own alert. One about immediate risk skips the first of
 * them: the service manager is told at once, whatever the hour. Source: handbook, section 6.
 */
export const challenge: AnswerGiven = async ({ tx, command, row, today, now, log }) => {
  const about = command.reason.trim()
  if (about === '') return refuse('bad-data', 'Say what is disputed. Whoever settles it reads that.')
  const version = row.facts_version + 1
  const id = newId(now)
  const data = { about, ...(command.immediateRisk === true ? { immediateRisk: true } : {}) }
  await appendEvents(tx, {
    ...{ caseId: row.id, factsVersion: version, commandId: command.commandId, actorId: command.actorId, now },
    events: [
      {
        ...{ id, kind: 'dispute-raised', on: today.toString(), children: [], data },
        ...{ supersedes: null, void: false, source: null },
      },
    ],
  })
  await tx.$executeRaw`update case_file set facts_version = ${version} where id = ${row.id}::uuid`
  await log('challenged')
  if (command.immediateRisk === true)
    await tellOfRisk(tx, { caseId: row.id, disputeId: id, actorId: command.actorId, words: about })
  return undefined
}
