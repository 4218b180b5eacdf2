import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { OpenOnCase } from '../../queries/web/openOnCase'
import { dayWords } from '../app/momentWords'
import { elsewhere } from './elsewhere'
import { recordHref } from './kindForRule'
import { kindWords } from './kindWords'
import { THEMES } from './themes'

/** One thing that can be recorded. */
export interface KindLine {
  readonly text: string
  readonly href: string
  /** Where it is recorded, when not in a form here. */
  readonly where: string | null
}

export interface DueFirst {
  readonly text: string
  readonly href: string
  readonly when: string
  readonly whyHref: string
  readonly late: boolean
}

/** Every kind under its theme, each with where it is recorded. */
export const kindThemes = (ref: string): readonly { readonly title: string; readonly kinds: readonly KindLine[] }[] =>
  THEMES.map(({ title, kinds }) => ({
    title,
    kinds: kinds.map((kind) => {
      const own = elsewhere(kind, ref)
      return {
        text: kindWords(kind),
        href: own ?? `/cases/${encodeURIComponent(ref)}/record/${kind}`,
        where: own === undefined ? null : '(own page)',
      }
    }),
  }))

/** What is due on the case, late first: most people come to record just that. */
export const dueFirst = (ref: string, open: readonly OpenOnCase[], today: LocalDate): readonly DueFirst[] =>
  open.slice(0, 10).map(({ id, rule, title, due_on, children }) => {
    const due = isoDay(due_on)
    const late = due.isBefore(today)
    return {
      text: `${title}${children > 1 ? ` (${String(children)} children)` : ''}`,
      href: recordHref(ref, rule, id),
      whyHref: `/cases/${encodeURIComponent(ref)}/why/${id}`,
      when: `${late ? 'late, was due' : 'due by'} ${dayWords(due)}`,
      late,
    }
  })
