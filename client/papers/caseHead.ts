import type { LocalDate } from '@js-joda/core'
import { ageWords } from './ageWords'
import type { PaperCase } from './paperView'

/** What stands at the top of a case's page. */
export interface CaseHead {
  readonly ref: string
  readonly children: readonly { readonly name: string; readonly age: string }[]
  readonly worker: string
}

/** `on`: the day of the session, which ages are of. */
export const caseHead = ({ ref, children, worker }: PaperCase, on: LocalDate): CaseHead => ({
  ref,
  children: children.map((child) => ({ name: child.name, age: ageWords(child, on) })),
  worker: worker ?? 'Nobody is allocated',
})
