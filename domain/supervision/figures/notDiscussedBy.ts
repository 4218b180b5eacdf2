import { CASE_STANDINGS, type CaseMonth, type CaseStanding } from './coverage'

export interface NotDiscussed {
  readonly standing: CaseStanding
  /** In order of reference. */
  readonly cases: readonly CaseMonth[]
  /** How many more there are that may not be named. */
  readonly restricted: number
}

/** The cases of a month that were not discussed, by how they stand; those that are restricted as a number. */
export const notDiscussedBy = (cases: readonly CaseMonth[]): readonly NotDiscussed[] =>
  CASE_STANDINGS.flatMap((standing) => {
    const own = cases.filter((one) => one.standing === standing)
    const named = own.filter(({ restricted }) => !restricted)
    return own.length === 0 ? [] : [{ standing, cases: named, restricted: own.length - named.length }]
  })
