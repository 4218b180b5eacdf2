import { govukDate } from '../../../domain/timeline/govukDate'
import type { Evidence } from '../../../domain/closing/evidenceProblem'
import type { ClosingPage, OpenMatter, ShownHandshake } from '../../queries/closing/closingPage'
import { earlierLines } from '../onCase/earlierLines'
import { textTable } from '../textTable'

/** Where the closing of a case stands, for a terminal. */
export const closingText = (page: ClosingPage): string =>
  [
    `Case ${page.ref} · ${page.open ? 'open' : 'closed'}\n`,
    earlierLines(page.earlier, page.ref),
    page.handshakes.length === 0 ? 'Neither a step-down nor a closure was ever proposed.\n' : '',
    ...page.handshakes.map(handshakeText),
    list('Open, and falls away with the closing: each has to be decided', page.fallsAway),
    list('Open, and goes on after it', page.goesOn),
    list(page.open ? 'Look-backs there would be' : 'Look-backs ahead', page.followUps),
  ].join('')

function handshakeText(one: ShownHandshake): string {
  const levels = one.levels === null ? '' : ` from ${one.levels.from} to ${one.levels.to}`
  const by = one.proposedBy === null ? '' : ` by ${one.proposedBy}`
  return [
    `\n${one.what === 'closure' ? 'Closure' : `Step-down${levels}`}: proposed on ${govukDate(one.proposedOn)}${by}; ${stands(one)}\n`,
    one.evidence === null ? '  No evidence recorded.\n' : evidenceText(one.evidence),
  ].join('')
}

function stands({ state, answer, answerDueOn, effectiveOn }: ShownHandshake): string {
  if (answer === null) return `waits for an answer${answerDueOn === null ? '' : `, due ${govukDate(answerDueOn)}`}`
  const answered = `${state === 'declined' ? 'declined' : 'accepted'} on ${govukDate(answer.on)} by ${answer.by}`
  const reason = answer.reason === null ? '' : `: ${answer.reason}`
  if (state === 'declined') return `${answered}${reason}`
  return `${answered}; ${effectiveOn === null ? 'not in effect yet' : `in effect since ${govukDate(effectiveOn)}`}`
}

const evidenceText = ({ changeSince, childSeenOn, tried, whoNotices, sooner }: Evidence): string =>
  [
    `  Change has held since ${changeSince}${sooner === undefined ? '' : `, which is enough because ${sooner}`}\n`,
    `  Child seen on ${childSeenOn}; chronology read\n`,
    `  Tried: ${tried}\n  Who will notice if it slips: ${whoNotices}\n`,
  ].join('')

const list = (heading: string, matters: readonly OpenMatter[]): string =>
  matters.length === 0
    ? ''
    : `\n${heading}\n${textTable(
        ['Due', 'What', 'Rule', 'Of'],
        matters.map(({ dueOn, title, rule, subject }) => [dueOn.toString(), title, rule, subject]),
      )}`
