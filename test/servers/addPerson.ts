import type { Role } from '../../domain/access/role'
import { stableId } from '../../activities/import/stableId'
import type { TestTown } from './testTown'

/** A person with one role in a team, in post for as long as anybody remembers; the id is made from the key, and is the answer. */
export async function addPerson(
  { db }: Pick<TestTown, 'db'>,
  {
    key,
    role,
    team,
    id = stableId('test', key),
  }: { readonly key: string; readonly role: Role; readonly team: string; readonly id?: string },
): Promise<string> {
  await db.$executeRaw`
    insert into person (id, source_id, name, job_title, email, team_id)
    values (${id}::uuid, ${key}, ${`Person ${key}`}, ${role}, ${`${key.toLowerCase()}@test.example`}, ${team}::uuid)`
  await db.$executeRaw`
    insert into role_grant (id, person_id, role, team_id, from_on)
    values (gen_random_uuid(), ${id}::uuid, ${role}, ${team}::uuid, '2000-01-01')`
  return id
}
