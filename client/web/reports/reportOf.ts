import { isId } from '../../commands/isId'
import { teamPeople } from '../../queries/team/teamPeople'
import { NOTHING_HERE, type Answer } from '../app/answer'
import type { Asked } from '../app/page'
import { managedTeams, type ManagedTeams } from '../team/managedTeams'
import { periodAsked, type Period } from './reportAsking'

/** Somebody a report can be of. */
export interface ReportWorker {
  readonly id: string
  readonly name: string
}

/** What is asked of a report: its teams, its days, and one worker where it is of one. */
export interface ReportOf extends ManagedTeams, Period {
  readonly worker: ReportWorker | null
  /** Who holds a case of the one team, to choose from; of several teams nobody. */
  readonly workers: readonly ReportWorker[]
}

/** Answers with what is asked for; nothing where the team, or the worker, is none of the reader's. */
export const forReport =
  (answer: (asked: Asked, of: ReportOf) => Promise<Answer> | Answer) =>
  async (asked: Asked): Promise<Answer> => {
    const { db, reader, query, today } = asked
    const managed = await managedTeams(db, reader, { permission: 'see-reports', asked: query['team'] })
    if (managed === undefined) return NOTHING_HERE
    const id = query['worker']
    const isOfWorker = typeof id === 'string' && id !== ''
    if (isOfWorker && !isId(id)) return NOTHING_HERE
    const people = managed.one === null && !isOfWorker ? [] : await teamPeople(db, reader, managed.teams)
    const worker = isOfWorker ? people.find((one) => one.id === id.toLowerCase()) : null
    if (worker === undefined) return NOTHING_HERE
    return answer(asked, {
      ...managed,
      ...periodAsked(query, today),
      worker,
      workers: managed.one === null ? [] : people.filter(({ families }) => families > 0),
    })
  }
