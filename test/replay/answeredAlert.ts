import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { answerEscalation, type AnswerEscalation } from '../../client/commands/answerEscalation'
import { setClock } from '../../client/commands/setClock'
import { londonDay, londonMoment } from '../../domain/calendar/london'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { historyJson } from '../servers/readableHistory'
import { stepTo } from '../servers/steppedClock'
import { testTown, type TestTown } from '../servers/testTown'
import type { KeptHistory } from './keptHistory'

/** Clock milliseconds per real one: a day in four seconds, so that answers come in time. */
const SCALE = 6 * 60 * 60
const PATIENCE_TRIES = 600

/**
 * The run of an alert that people answered: seen, promised, the promise broken, passed up by the service manager, withdrawn by the head of service.
 * Its timers fire on a clock that runs. Throws when a rung is not told in time.
 */
export async function answeredAlert(): Promise<KeptHistory> {
  const town = await testTown({ startsOn: '2026-04-08' })
  try {
    await addPeople(town)
    await addCase(town, 'T-1', '2026-02-02')
    await town.startWorker()
    await stepTo(town, londonMoment(LocalDate.parse('2026-04-08'), 12 * 60))
    await setClock(town, { scale: SCALE })
    const escalationId = await told(town, 1)
    const answer = async (given: Pick<AnswerEscalation, 'answer' | 'actorId'> & Partial<AnswerEscalation>) => {
      const about = { escalationId, reason: 'a reason', commandId: randomUUID() }
      const answered = await answerEscalation(town, { ...about, ...given })
      if ('refused' in answered) throw new Error(`${given.answer} is refused: ${answered.todo}`)
    }
    await answer({ answer: 'acknowledge', actorId: PEOPLE.teamManager })
    const today = londonDay((await readClock(town.db)).now)
    await answer({ answer: 'promise', actorId: PEOPLE.teamManager, until: today.plusDays(1).toString() })
    await told(town, 2)
    await answer({ answer: 'pass-up', actorId: PEOPLE.serviceManager })
    await told(town, 3)
    await answer({ answer: 'withdraw', actorId: PEOPLE.headOfService })
    const run = town.client.workflow.getHandle(`escalation/${escalationId}`)
    await run.result()
    return historyJson(await run.fetchHistory()) as KeptHistory
  } finally {
    await town.stop()
  }
}

/** Waits until a rung of the alert has been told; answers the alert's id. */
async function told({ db }: TestTown, rung: number): Promise<string> {
  for (let tries = 0; tries < PATIENCE_TRIES; tries += 1) {
    const [row] = await db.$queryRaw<{ id: string }[]>`
      select escalation_id::text as id from escalation_entry where entry = 'told' and rung = ${rung}::int limit 1`
    if (row !== undefined) return row.id
    await wait(100)
  }
  throw new Error(`Waited in vain for rung ${String(rung)}.`)
}
