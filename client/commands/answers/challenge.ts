import { appendEvents } from '../../../activities/chronology/appendEvents'
import { alertMembers } from '../../../activities/escalation/alertMembers'
import { tellRung, type Tell } from '../../../activities/escalation/tellRung'
import { createAtOnceMessages, IMMEDIATE_RISK } from '../../../activities/mail/createAtOnceMessages'
import { newId } from '../../../activities/newId'
import { loadRecipients } from '../../../activities/people/recipients'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { knownOn } from '../../../domain/chronology/knownOn'
import { refuse, type Answering, type AnswerGiven } from './answering'

/**
 * Disagrees with how the matter is handled: a professional dispute begins on the case, with its own stages. One about immediate risk skips them: the
 * service manager is told at once, whatever the hour. Source: handbook, section 6.
 */
export const challenge: AnswerGiven = async (answering) => {
  const { tx, command, row, today, now, log } = answering
  if (command.reason.trim() === '') return refuse('bad-data', 'Say what is disputed. Whoever settles it reads that.')
  const version = row.facts_version + 1
  await appendEvents(tx, {
    ...{ caseId: row.id, factsVersion: version, commandId: command.commandId, actorId: command.actorId, now },
    events: [
      {
        ...{ id: newId(now), kind: 'dispute-raised', on: today.toString(), children: [], data: {} },
        ...{ supersedes: null, void: false, source: null },
      },
    ],
  })
  await tx.$executeRaw`update case_file set facts_version = ${version} where id = ${row.id}::uuid`
  await log('challenged')
  if (command.immediateRisk === true) await tellServiceManager(answering)
  return undefined
}

async function tellServiceManager({ tx, row, escalation, rules, today, now }: Answering): Promise<void> {
  // Each time anew: a second dispute about immediate risk is no repetition of the first.
  const [{ times } = { times: 1 }] = await tx.$queryRaw<{ times: number }[]>`
    select count(*)::int as times from escalation_entry where escalation_id = ${escalation.id}::uuid and entry = 'challenged'`
  const steps = (await alertMembers(tx, escalation.id)).map((member) => ({
    member,
    step: `${IMMEDIATE_RISK}-${String(times)}`,
  }))
  const recipients = await loadRecipients(tx, { row, facts: knownOn(await loadFacts(tx, row), today), day: today })
  const tell: Tell = { rung: null, roles: ['service-manager'], steps, lane: 'at-once' }
  await tellRung(tx, { escalation, tell, recipients, on: today, now })
  await createAtOnceMessages(tx, row.id, rules, now)
}
