import type { Transaction } from '../../../prisma/database'
import { saveSession, saveYear, sessionCommand, yearCommand, type Answered } from '../../commands/supervision/acting'
import { addSession, changeOne, type SessionChange } from '../../commands/supervision/changeSession'
import { savePattern, setPattern, type SetPattern } from '../../commands/supervision/setPattern'
import type { Asked } from '../app/page'

/** A change of a team's year, which can be looked at before it is done. */
export interface YearDeed {
  readonly teamId: string
  /** In a transaction that is taken back. */
  readonly look: (tx: Transaction) => Promise<Answered>
  readonly act: () => Promise<Answered>
}

interface By {
  readonly teamId: string
  /** The form's own: sent twice it is done once. */
  readonly commandId: string
}

export function addDeed(
  asked: Asked,
  { teamId, commandId }: By,
  change: Omit<Extract<SessionChange, { change: 'add' }>, 'change' | 'teamId'>,
): YearDeed {
  const about = { actorId: asked.reader.id, commandId, action: 'supervision-session-added', teamId }
  const whole = { change: 'add', teamId, ...change } as const
  return {
    teamId,
    look: (tx) => saveYear(tx, about, (inside, acting) => addSession(inside, acting, whole)),
    act: () => yearCommand(asked, about, (tx, acting) => addSession(tx, acting, whole)),
  }
}

export function sessionDeed(
  asked: Asked,
  { teamId, commandId }: By,
  change: Exclude<SessionChange, { change: 'add' }>,
): YearDeed {
  const { sessionId } = change
  const action = `supervision-session-${change.change}`
  const about = { actorId: asked.reader.id, commandId, action, sessionId, concerns: 'year' } as const
  return {
    teamId,
    look: async (tx) => (await saveSession(tx, about, (inside, acting) => changeOne(inside, acting, change))).answer,
    act: () => sessionCommand(asked, about, (tx, acting) => changeOne(tx, acting, change)),
  }
}

export function patternDeed(
  asked: Asked,
  { teamId, commandId }: By,
  pattern: Omit<SetPattern, 'teamId' | 'actorId' | 'commandId'>,
): YearDeed {
  const whole = { ...pattern, teamId, actorId: asked.reader.id, commandId }
  return {
    teamId,
    look: (tx) =>
      saveYear(tx, { ...whole, action: 'supervision-pattern' }, (inside, acting) => savePattern(inside, acting, whole)),
    act: () => setPattern(asked, whole),
  }
}
