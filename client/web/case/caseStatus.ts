import { isoDay } from '../../../domain/calendar/isoDay'
import type { CaseChild, CaseHead, CaseStall } from '../../queries/web/case/caseHead'
import { dayWords } from '../app/momentWords'
import { caseAddress } from './caseAddress'

/** The header of a case in words. */
export interface CaseStatus {
  readonly team: string
  readonly status: string
  readonly children: readonly {
    readonly name: string
    readonly born: string
    readonly worker: string
    readonly chair: string
  }[]
  /** What holds the case up: empty where nothing does. */
  readonly heldUp: readonly { readonly words: string; readonly href: string }[]
}

interface About {
  readonly ref: string
  readonly head: CaseHead
  readonly children: readonly CaseChild[]
  readonly stalls: readonly CaseStall[]
}

export const caseStatus = ({ ref, head, children, stalls }: About): CaseStatus => ({
  team: head.team ?? 'No team',
  status: head.open ? 'Open' : 'Closed',
  children: children.map((child) => ({
    name: `${child.forename} ${child.surname}`,
    born: bornWords(child),
    worker: child.worker ?? 'No social worker',
    chair: child.chair ?? 'No reviewing officer',
  })),
  heldUp: stalls.map(({ id, title, due_on: foundOn }) => ({
    words: `${title}, found on ${dayWords(isoDay(foundOn))}`,
    href: caseAddress(ref, `why/${id}`),
  })),
})

function bornWords({ born_on: born, expected_on: expected }: CaseChild): string {
  if (born !== null) return `born ${dayWords(isoDay(born))}`
  return expected === null ? 'date of birth not known' : `expected ${dayWords(isoDay(expected))}`
}
