import type { LocalDate } from '@js-joda/core'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import type { Proposed } from '../../../domain/chronology/misfits/proposed'
import { lastHandshake, type Handshake, type What } from '../../../domain/closing/handshakes'
import { isLevel, planOfLevel } from '../../../domain/closing/levels'
import { runningOf } from '../../../domain/closing/runningOf'
import { isFollowUp, stillOpen } from '../../../domain/closing/stillOpen'
import { decidedOf, type Decided, type Decision } from '../../../domain/closing/undecided'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { TitledObligation } from '../../../domain/supervision/summary/titled'
import type { Accepted, CommandDeps, Refusal } from '../command'
import type { NewFact } from '../onCase/factsProblem'
import { caseCommand, refuse, type CaseCommand, type OnCase, type Worked } from '../onCase/caseCommand'
import { readDay } from '../readDay'

export interface TakeEffect extends CaseCommand {
  readonly what: What
  /** ISO date; today when missing. */
  readonly on?: string
  /** Why the case is closed. */
  readonly reason?: string
  /** What is decided of everything that is open and falls away with the closing. */
  readonly decisions: readonly Decision[]
}

/** Done, with the look-backs that are scheduled; empty where the same command was sent before. */
export interface InEffect extends Accepted {
  readonly followUps: readonly TitledObligation[]
}

/**
 * Makes an accepted step-down or closure effective. Refused while nobody has accepted it, while a child protection plan runs that only a conference can end, and while
 * anything is open that would fall away with nothing decided. A step-down from a child in need plan, or from pre-proceedings, ends that plan too.
 */
export async function takeEffect(deps: CommandDeps, command: TakeEffect): Promise<InEffect | Refusal> {
  const followUps: TitledObligation[] = []
  const answer = await caseCommand(
    deps,
    command.what === 'closure'
      ? { ...command, action: 'case-closed', kinds: ['case-closed'] }
      : { ...command, action: 'stepped-down', kinds: ['stepped-down', 'plan-ended'] },
    async (about) => {
      const handshake = lastHandshake(about.facts, command.what)
      if (handshake?.state !== 'accepted') return refuse('bad-data', notAccepted(command.what, handshake))
      const on = readDay(command.on ?? about.today.toString())
      if (on === undefined) return refuse('bad-data', `--on ${command.on ?? ''} is not a day that exists.`)
      if (handshake.answer !== null && on.isBefore(handshake.answer.on))
        return refuse(
          'bad-data',
          `It was accepted on ${govukDate(handshake.answer.on)} and cannot be in effect before.`,
        )
      const running = stillProtected(about, handshake, on)
      if (running !== undefined) return refuse('bad-data', running)
      const worked =
        command.what === 'closure' ? await close(about, command, { handshake, on }) : stepDown(about, { handshake, on })
      if ('facts' in worked) followUps.push(...(await followUpsAfter(about, worked.facts)))
      return worked
    },
  )
  return 'refused' in answer ? answer : { ...answer, followUps }
}

/** The look-backs that are ahead once these facts stand. */
async function followUpsAfter({ tx, facts, today }: OnCase, added: readonly NewFact[]) {
  const { policy, calendar } = await rulesInForce()(tx, today)
  const { goesOn, begins } = stillOpen(facts, added as readonly Proposed[], { policy, calendar, today })
  return [...goesOn, ...begins].filter(isFollowUp).sort((a, b) => a.dueOn.compareTo(b.dueOn))
}

function notAccepted(what: What, handshake: Handshake | undefined): string {
  const so = {
    proposed: 'is proposed and not accepted yet: caseclock closing accept',
    declined: 'was declined: caseclock closing propose it anew',
    effective: 'is in effect already',
    accepted: '',
  }
  return handshake === undefined
    ? `No ${what} is proposed: caseclock closing propose. Nothing was saved.`
    : `The ${what} of ${govukDate(handshake.proposedOn)} ${so[handshake.state]}. Nothing was saved.`
}

/** A child protection plan ends by its own grounds (handbook 3), never by the closing of the case. */
function stillProtected({ facts }: OnCase, { children, levels }: Handshake, on: LocalDate): string | undefined {
  if (levels !== null && levels.from !== 'cpp') return undefined
  return runningOf(facts, { kind: 'cpp', on, children }).length === 0
    ? undefined
    : 'A child protection plan still runs for a child it concerns. It ends by a quorate review conference that ends it, or another ground: record that first. Nothing was saved.'
}

interface Effect {
  readonly handshake: Handshake
  readonly on: LocalDate
}

async function close(
  { tx, facts, today }: OnCase,
  command: TakeEffect,
  { handshake, on }: Effect,
): Promise<Worked | Refusal> {
  const reason = (command.reason ?? '').trim()
  if (reason === '') return refuse('bad-data', 'Say why the case is closed: --reason.')
  const { children } = handshake
  const fact = (decided: readonly Decided[]): NewFact => ({
    ...{ kind: 'case-closed', on, children },
    data: { reason, ...(decided.length === 0 ? {} : { decided }) },
  })
  const closed = { kind: 'case-closed', on, data: { reason }, ...(children.length === 0 ? {} : { children }) } as const
  const { policy, calendar } = await rulesInForce()(tx, today)
  const { fallsAway } = stillOpen(facts, [closed], { policy, calendar, today })
  const { decided, undecided, stray } = decidedOf(fallsAway, command.decisions)
  const [unknown] = stray
  if (unknown !== undefined)
    return refuse(
      'bad-data',
      `Nothing is open under ${[unknown.rule, ...(unknown.subject === undefined ? [] : [unknown.subject])].join('@')}. \`caseclock closing REF\` lists what is. Nothing was saved.`,
    )
  if (undecided.length === 0) return { facts: [fact(decided)] }
  const list = fallsAway
    .filter(({ rule, subject }) => undecided.some((one) => one.rule === rule && one.subject === subject))
    .map(({ rule, subject, title, dueOn }) => `${rule}@${subject} (${title}, due ${govukDate(dueOn)})`)
  return refuse(
    'bad-data',
    `Open, and nothing decided: ${list.join('; ')}. Decide each with --decided "RULE: WORDS", or --decided "RULE@SUBJECT: WORDS". Nothing was saved.`,
  )
}

function stepDown({ facts }: OnCase, { handshake: { levels, children }, on }: Effect): Worked | Refusal {
  if (levels === null) return refuse('bad-data', 'A step-down says from which level to which. Propose it anew.')
  const kind = isLevel(levels.from) ? planOfLevel(levels.from) : null
  const down: NewFact = { kind: 'stepped-down', on, data: levels, children }
  if (kind === null || kind === 'cpp') return { facts: [down] }
  const running = runningOf(facts, { kind, on, children })
  if (running.length === 0) return { facts: [down] }
  const all = facts.children.every(({ id }) => running.includes(id))
  return {
    facts: [down, { kind: 'plan-ended', on, data: { plan: kind, reason: 'other' }, children: all ? [] : running }],
  }
}
