import type { Rung } from '../policy/policyPack'
import type { AlertAnswer } from './answerProblem'
import { lastOfPromises, topRung } from './ladder'
import { ladderLog } from './ladderLog'
import type { LogLine } from './story'

/** Why an answer makes no sense on an alert as it stands, whoever gives it; undefined where it does. */
export function notOffered(
  answer: AlertAnswer,
  { log, ladder }: { readonly log: readonly LogLine[]; readonly ladder: readonly Rung[] },
): string | undefined {
  const entries = ladderLog(log)
  const rung = Math.max(topRung(entries), 1)
  const isTop = ladder[rung] === undefined
  switch (answer) {
    case 'acknowledge':
      return entries.some((one) => one.entry === 'acknowledged' && one.rung === rung)
        ? 'Somebody has said already that they have it.'
        : undefined
    case 'promise':
      return lastOfPromises(entries, rung) === 'promised'
        ? 'A promise was made already since the last person was told.'
        : undefined
    case 'more-time':
    case 'pass-up':
      return isTop ? 'Nobody stands above whoever was told last.' : undefined
    case 'withdraw':
    case 'challenge':
      return undefined
  }
}
