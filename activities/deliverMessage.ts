import type { Answer, MailActivities } from '../workflows/protocol'
import { readClock, realMs } from './clock'
import { realNow } from './realNow'
import type { MailDeps } from './deps'
import { casesBehind } from './mail/casesBehind'
import { claimMessage } from './mail/claimMessage'
import type { SendResult } from './mail/mailTransport'
import { messagesToStart } from './mail/messagesToStart'
import { recordAttempt } from './mail/recordAttempt'
import { askSafely } from './planning/askSafely'
import type { WhyUndelivered } from './undelivered/openTask'

const MINUTE_MS = 60 * 1000
/** Real time: a mail server that is away is tried for so long, then a person has to look. */
const GIVE_UP_AFTER_MS = 4 * 60 * MINUTE_MS
/** Real time between two looks while all sending is held; letting it go is told at once. */
const HELD_MS = 60 * MINUTE_MS

const again = (sleepMs: number): Answer => ({ closed: false, sleepMs: Math.max(1, Math.ceil(sleepMs)), toStart: [] })

/**
 * The ask of `delivery`: claims the message, sends it, records the outcome, whatever it is. The text is made from what still holds, again
 * after a refusal; a try whose answer is unknown is repeated with the same bytes under the same Message-ID. A message whose ground has gone
 * is withdrawn. One that cannot be written for some time waits for a person, who sees why; one that the mail server refuses, or nobody takes for four
 * hours, is a task for a person, and the alert it was goes on to the next reader at once.
 */
export const makeDeliverMessage =
  (deps: MailDeps): MailActivities['deliverMessage'] =>
  ({ messageId }) =>
    askSafely(
      deps.problemAfterMs,
      async () => {
        const cases = await casesBehind(deps, messageId)
        const answer = await oneTry(deps, messageId, cases)
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

async function oneTry(deps: MailDeps, messageId: string, cases: readonly string[]): Promise<Answer> {
  const { db, transport } = deps
  const claim = await claimMessage(deps, messageId, cases)
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
      await deps.processes.nudge(
        await recordAttempt(db, { messageId, number: claim.number, ...NO_ADDRESS, outcome: 'failed' }),
      )
      return done
    case 'send':
      break
  }
  const result = await transport.send(claim.mail)
  const givenUp = result.outcome === 'refused' && !result.permanent && realNow() - claim.firstTryAt > GIVE_UP_AFTER_MS
  const about = { messageId, number: claim.number, detail: result.outcome === 'sent' ? '' : result.detail }
  const why = whyGivenUp(result, { givenUp, wasUnknown: claim.wasUnknown })
  if (why !== undefined) {
    const detail = `${about.detail}${MORE_WORDS[why] ?? ''}`
    await deps.processes.nudge(await recordAttempt(db, { ...about, outcome: 'failed', why, detail }))
    return done
  }
  await recordAttempt(db, { ...about, outcome: result.outcome })
  if (result.outcome === 'sent') return done
  return again(
    result.outcome === 'unknown'
      ? 1_000
      : Math.min(2 ** Math.min(claim.number, 10), 15) * (claim.number < 4 ? 1_000 : MINUTE_MS),
  )
}

const NO_ADDRESS = {
  why: 'no-address',
  detail: 'This person has no e-mail address. Tell them yourself, and have one added.',
} as const

const MORE_WORDS: Partial<Record<WhyUndelivered, string>> = {
  'gave-up': ' It was tried for four hours: tell the reader yourself.',
  unknown: ' Nobody knows whether it arrived.',
}

/** Why no further try is made, or undefined. An unknown answer is tried once more; a second one is for a person to look at. */
function whyGivenUp(
  result: SendResult,
  { givenUp, wasUnknown }: { readonly givenUp: boolean; readonly wasUnknown: boolean },
): WhyUndelivered | undefined {
  if (result.outcome === 'unknown') return wasUnknown ? 'unknown' : undefined
  if (result.outcome === 'sent') return undefined
  return result.permanent ? 'refused' : givenUp ? 'gave-up' : undefined
}
