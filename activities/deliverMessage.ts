import type { Answer, MailActivities } from '../workflows/protocol'
import { readClock, realMs } from './clock'
import { realNow } from './realNow'
import type { MailDeps } from './deps'
import { casesBehind } from './mail/casesBehind'
import { claimMessage } from './mail/claimMessage'
import { messagesToStart } from './mail/messagesToStart'
import { recordAttempt } from './mail/recordAttempt'
import { askSafely } from './planning/askSafely'

const MINUTE_MS = 60 * 1000
/** Real time: a mail server that is away is tried for so long, then a person has to look. */
const GIVE_UP_AFTER_MS = 4 * 60 * MINUTE_MS
/** Real time between two looks while all sending is held; letting it go is told at once. */
const HELD_MS = 60 * MINUTE_MS

const again = (sleepMs: number): Answer => ({ closed: false, sleepMs: Math.max(1, Math.ceil(sleepMs)), toStart: [] })

/**
 * The ask of `delivery`: claims the message, sends it, records the outcome, whatever it is. The text is made from what still holds, again
 * after a refusal; a try whose answer is unknown is repeated with the same bytes under the same Message-ID. A message whose ground has gone
 * is withdrawn. One that cannot be written for some time, or that nobody takes for four hours, waits for a person, who sees why.
 */
export const makeDeliverMessage =
  (deps: MailDeps): MailActivities['deliverMessage'] =>
  ({ messageId }) =>
    askSafely(
      deps.problemAfterMs,
      async () => {
        const cases = await casesBehind(deps, messageId)
        const answer = await oneTry(deps, messageId)
        // Planning what it speaks of may have found somebody new to tell at once.
        const more = await messagesToStart(deps.db, cases)
        const others = [...new Set(more)].filter((id) => id !== messageId)
        return { ...answer, toStart: others.map((id) => ({ type: 'delivery' as const, id })) }
      },
      async (why) => {
        await deps.db.$executeRaw`update message set problem = ${why} where id = ${messageId}::uuid`
      },
    )

const done: Answer = { closed: true, sleepMs: 1, toStart: [] }

async function oneTry(deps: MailDeps, messageId: string): Promise<Answer> {
  const { db, transport } = deps
  const claim = await claimMessage(deps, messageId)
  switch (claim.claim) {
    case 'finished':
      return done
    case 'not-yet':
      return again(realMs(await readClock(db), claim.moment))
    case 'held':
      return again(HELD_MS)
    case 'again':
      return again(1)
    case 'no-address':
      await recordAttempt(db, {
        messageId,
        number: claim.number,
        outcome: 'failed',
        detail: 'This person has no e-mail address. Add one, then send again.',
      })
      return done
    case 'send':
      break
  }
  const result = await transport.send(claim.mail)
  const givenUp = result.outcome === 'refused' && !result.permanent && realNow() - claim.firstTryAt > GIVE_UP_AFTER_MS
  const outcome = result.outcome === 'refused' ? (result.permanent || givenUp ? 'failed' : 'refused') : result.outcome
  // An unknown answer is tried once more; a second one is for a person to look at.
  const state = outcome === 'unknown' && claim.wasUnknown ? 'failed' : outcome
  await recordAttempt(db, {
    messageId,
    number: claim.number,
    outcome: state,
    detail:
      result.outcome === 'sent'
        ? ''
        : `${result.detail}${givenUp ? ' It was tried for four hours: tell the reader yourself.' : ''}`,
  })
  if (state === 'sent' || state === 'failed') return done
  return again(
    state === 'unknown'
      ? 1_000
      : Math.min(2 ** Math.min(claim.number, 10), 15) * (claim.number < 4 ? 1_000 : MINUTE_MS),
  )
}
