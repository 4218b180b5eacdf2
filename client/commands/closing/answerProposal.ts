import { lastHandshake, type Handshake, type What } from '../../../domain/closing/handshakes'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { CommandAnswer, CommandDeps, Refusal } from '../command'
import { caseCommand, refuse, type CaseCommand, type OnCase } from '../onCase/caseCommand'
import { readDay } from '../readDay'

export interface AnswerProposal extends CaseCommand {
  readonly what: What
  readonly answer: 'accepted' | 'declined'
  /** Who takes it on, where that is not whoever acts: a person's id, or the name of somebody outside. */
  readonly by?: string
  /** Why it is declined. */
  readonly reason?: string
  /** ISO date; today when missing. */
  readonly on?: string
}

/**
 * Accepts or declines a step-down or a closure by name. Whoever proposed it answers it neither themselves nor for somebody else: it takes two. Declining has a reason.
 */
export const answerProposal = (deps: CommandDeps, command: AnswerProposal): Promise<CommandAnswer> => {
  const kind = `${command.what}-${command.answer}` as const
  return caseCommand(deps, { ...command, action: kind, kinds: [kind] }, async (about) => {
    const on = readDay(command.on ?? about.today.toString())
    if (on === undefined) return refuse('bad-data', `--on ${command.on ?? ''} is not a day that exists.`)
    const handshake = lastHandshake(about.facts, command.what)
    const problem = await answerRefusal(about, command, handshake)
    if (problem !== undefined || handshake === undefined) return problem ?? NOTHING
    const reason = command.answer === 'declined' ? { reason: (command.reason ?? '').trim() } : {}
    const data = { by: byOf(command), ...reason }
    return { facts: [{ kind, on, data, children: handshake.children }] }
  })
}

const NOTHING = refuse(
  'bad-data',
  'Nothing is proposed that this could answer. Propose it first: caseclock closing propose.',
)

const byOf = ({ by = '', actorId }: AnswerProposal): string => (by.trim() === '' ? actorId.toLowerCase() : by.trim())

async function answerRefusal(
  about: OnCase,
  command: AnswerProposal,
  handshake: Handshake | undefined,
): Promise<Refusal | undefined> {
  if (handshake === undefined) return NOTHING
  const { answer } = handshake
  if (answer !== null)
    return refuse('answered-already', `The last ${command.what} was answered on ${govukDate(answer.on)} already.`)
  if (command.answer === 'declined' && (command.reason ?? '').trim() === '')
    return refuse('bad-data', 'Say why it is declined: --reason. Whoever proposed it reads that.')
  const proposers = await proposersOf(about, handshake)
  const named = byOf(command).toLowerCase()
  return proposers.some(
    ({ id, name }) => id === command.actorId.toLowerCase() || [id, name.toLowerCase()].includes(named),
  )
    ? refuse(
        'not-allowed',
        'Whoever proposed it cannot answer it. Ask the lead who is to take it on, or the team manager.',
      )
    : undefined
}

/** Everybody who recorded a version of the proposal. */
const proposersOf = ({ tx, row }: OnCase, { id, first }: Handshake): Promise<{ id: string; name: string }[]> =>
  tx.$queryRaw<{ id: string; name: string }[]>`
    select distinct p.id::text, p.name from chronology_event e join person p on p.id = e.actor_id
    where e.case_id = ${row.id}::uuid and e.id::text in (${id}, ${first})`
