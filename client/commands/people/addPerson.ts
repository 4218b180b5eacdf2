import { newId } from '../../../activities/newId'
import { BY_HAND } from '../../../activities/people/byHand'
import { hiddenCharacter } from '../../../domain/hiddenCharacter'
import type { Transaction } from '../../../prisma/database'
import type { CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import { addressProblem } from './addressProblem'
import { changePeople, type ByAdministrator, type PeopleChanged, type PeopleNow } from './changePeople'

export interface AddPerson extends ByAdministrator {
  readonly name: string
  readonly jobTitle: string
  readonly address: string
  /** Where they work, by id; null: in no team of the authority. */
  readonly teamId: string | null
}

const LONGEST = 100

/** Adds somebody whom no extract brings, such as a police officer. They hold no role yet, and see nothing but what they are given. */
export const addPerson = (deps: CommandDeps, command: AddPerson): Promise<PeopleChanged | Refusal> =>
  changePeople(deps, { ...command, action: 'person-added' }, (tx, at) => save(tx, at, command))

async function save(
  tx: Transaction,
  { now, people }: PeopleNow,
  { name: typedName, jobTitle: typedJob, address: typedAddress, teamId }: AddPerson,
): ReturnType<Parameters<typeof changePeople>[2]> {
  const [name, jobTitle, address] = [oneLine(typedName), oneLine(typedJob), typedAddress.trim().toLowerCase()]
  const problem = wordsProblem('name', name) ?? wordsProblem('job', jobTitle)
  if (problem !== undefined) return { refused: 'bad-data', todo: problem }
  if (teamId !== null && !(isId(teamId) && people.parents.has(teamId.toLowerCase())))
    return { refused: 'bad-data', todo: 'There is no such team. Choose one from the list of teams.' }
  const wrong = await addressProblem(tx, address, null)
  if (wrong !== undefined) return wrong
  const id = newId(now)
  await tx.$executeRaw`
    insert into person (id, source_id, name, job_title, email, team_id)
    values (${id}::uuid, ${`${BY_HAND}${id}`}, ${name}, ${jobTitle}, ${address}, ${teamId}::uuid)`
  return { personId: id, detail: {} }
}

function wordsProblem(what: 'name' | 'job', text: string): string | undefined {
  if (text === '') return `Enter their ${what}.`
  if (text.length > LONGEST) return `Their ${what} may have at most ${String(LONGEST)} letters.`
  const hidden = hiddenCharacter(text)
  return hidden === undefined
    ? undefined
    : `There is a character in their ${what} that does not show (${hidden}). Type it again.`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
