import { randomUUID } from 'node:crypto'
import { stableId } from '../../activities/import/stableId'
import { addPerson } from './addPerson'
import { PEOPLE } from './factsToEvents'
import { addSupervisedCase, addSupervisionPeople, COORDINATOR, planAll, setPatternOf } from './supervisionTown'
import type { Visitor } from './visitor'
import { webTown, type WebTown } from './webTown'

/** Somebody of another team. */
export const STRANGER = stableId('test', 'south')

/** What a room's script is answered with. */
export interface RoomLines {
  readonly lines: readonly {
    readonly id: string
    readonly number: number
    readonly text: string
    readonly writer: string
    readonly command: string | null
  }[]
  readonly actions: readonly { readonly text: string }[]
}

export interface SessionTown {
  readonly town: WebTown
  readonly coordinator: Visitor
  readonly worker: Visitor
  readonly manager: Visitor
  /** The address of the session of 7 April 2026, of the cases T-1, T-2 and T-3. */
  readonly session: string
  readonly count: (table: 'minute' | 'summary') => Promise<number>
  /** As a room's script saves a line. */
  readonly save: (
    visitor: Visitor,
    ref: string,
    fields: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly body: RoomLines }>
  readonly linesOf: (visitor: Visitor, after?: string) => Promise<RoomLines>
}

/** A team with a session to come, on 2 March 2026, and three people who are signed in. */
export async function sessionTown(): Promise<SessionTown> {
  const town = await webTown('2026-03-02')
  await addSupervisionPeople(town.town)
  await town.db
    .$executeRaw`insert into team (id, source_id, name) values (${stableId('test', 'other-team')}::uuid, 'other-team', 'South 2')`
  await addPerson(town.town, {
    key: 'south',
    role: 'social-worker',
    team: stableId('test', 'other-team'),
    id: STRANGER,
  })
  for (const ref of ['T-1', 'T-2', 'T-3']) await addSupervisedCase(town.town, ref, '2026-02-02')
  await town.plan()
  await setPatternOf(town, { pattern: [{ weekday: 'tuesday', nth: [1], at: '09:30', minutes: 60 }] })
  await planAll(town)
  const [row] = await town.db.$queryRaw<{ id: string }[]>`select id::text from session where on_day = '2026-04-07'`
  const session = `/supervision/sessions/${row?.id ?? ''}`
  return {
    ...{ town, session },
    coordinator: await town.visitorAs(COORDINATOR),
    worker: await town.visitorAs(PEOPLE.worker),
    manager: await town.visitorAs(PEOPLE.teamManager),
    count: async (table) =>
      Number(
        (table === 'minute'
          ? await town.db.$queryRaw<{ n: bigint }[]>`select count(*) as n from minute`
          : await town.db.$queryRaw<{ n: bigint }[]>`select count(*) as n from summary`)[0]?.n,
      ),
    save: async (visitor, ref, fields) => {
      const got = await visitor.post(
        `${session}/room/${ref}/lines/save`,
        { prompt: 'changed-since', command: randomUUID(), ...fields },
        `${session}/room/${ref}`,
      )
      return { status: got.status, body: JSON.parse(got.body) as RoomLines }
    },
    linesOf: async (visitor, after = '') =>
      JSON.parse((await visitor.get(`${session}/room/T-1/lines?after=${after}`)).body) as RoomLines,
  }
}
