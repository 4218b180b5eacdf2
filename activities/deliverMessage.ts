import { inTransaction } from '../prisma/inTransaction'
import type { Answer, MailActivities } from '../workflows/protocol'
import { readClock, realMs, realNow } from './clock'
import type { MailDeps } from './deps'
import { claimMessage } from './mail/claimMessage'
import { recordAttempt } from './mail/recordAttempt'

const MINUTE_MS = 60 * 1000
/** Real time: a mail server that is away is tried for so long, then a person has to look. */
const GIVE_UP_AFTER_MS = 4 * 60 * MINUTE_MS

const done: Answer = { closed: true, sleepMs: 1, toStart: [] }
const again = (sleepMs: number): Answer => ({ closed: false, sleepMs: Math.max(1, Math.ceil(sleepMs)), toStart: [] })

/**
 * The ask of `delivery`: claims the message, sends it, records the outcome, whatever it is. The text is made at the first try from what
 * still holds, and kept: a retry sends the same bytes under the same Message-ID. A message whose ground has gone is withdrawn.
 */
export const makeDeliverMessage =
  (deps: MailDeps): MailActivities['deliverMessage'] =>
  async ({ messageId }) => {
    const { db, transport } = deps
    const claim = await inTransaction(db, (tx) => claimMessage(tx, deps, messageId))
    switch (claim.claim) {
      case 'finished':
        return done
      case 'not-yet':
        return again(realMs(await readClock(db), claim.moment))
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
    const outcome =
      result.outcome === 'refused'
        ? result.permanent || realNow() - claim.firstTryAt > GIVE_UP_AFTER_MS
          ? 'failed'
          : 'refused'
        : result.outcome
    // An unknown answer is tried once more; a second one is for a person to look at.
    const state = outcome === 'unknown' && claim.wasUnknown ? 'failed' : outcome
    await recordAttempt(db, {
      messageId,
      number: claim.number,
      outcome: state,
      detail: result.outcome === 'sent' ? '' : result.detail,
    })
    if (state === 'sent' || state === 'failed') return done
    return again(
      state === 'unknown'
        ? 1_000
        : Math.min(2 ** Math.min(claim.number, 10), 15) * (claim.number < 4 ? 1_000 : MINUTE_MS),
    )
  }
