import type { Database } from '../../prisma/database'

/** A bank holiday proclaimed for one year only, and who added it. Days are ISO text. */
export interface OneOffDay {
  readonly on: string
  readonly title: string
  readonly addedBy: string
  readonly addedAt: Date
}

/** The one-off bank holidays, in order. */
export const oneOffDays = (db: Database): Promise<OneOffDay[]> => db.$queryRaw<OneOffDay[]>`
  select d.on_day::text as on, d.title, p.name as "addedBy", d.added_at as "addedAt"
  from calendar_day d join person p on p.id = d.added_by order by d.on_day`
