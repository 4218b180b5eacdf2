import type { Refusal } from '../../commands/command'
import type { CaseCommand } from '../../commands/onCase/caseCommand'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { newSince } from '../../queries/web/newSince'
import { goTo, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'
import { statusOf } from '../app/refusedBy'
import { pageWords } from '../app/pageWords'
import { caseAddress } from '../case/caseAddress'
import { newFactWords } from '../record/newFactWords'
import { textOf, typedOf } from '../app/formText'

/** Something that was not right, and where on the page. */
export interface Problem {
  readonly text: string
  readonly href: string
}

/** A form as it was sent, to be shown again with why nothing was saved. */
export interface Again {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  readonly status: number
}

/** A page that nobody has sent anything to. */
export const FRESH: Again = { typed: {}, problems: [], status: 200 }

type Done = { readonly accepted: true } | Refusal | { readonly problems: readonly Problem[] }

interface CaseForm {
  readonly path: string
  /** Where on the page the form is, for the link of its problems. */
  readonly at: string
  readonly act: (asked: Asked, command: CaseCommand) => Promise<Done>
  /** What is said once it was done, and where to go on. */
  readonly said: string | ((asked: Asked) => string)
  readonly to: (asked: Asked, about: ReadableCase) => string
  readonly again: (asked: Asked, about: ReadableCase, again: Again) => Promise<Answer> | Answer
}

/** What was recorded since the form was opened, beside what was typed. */
async function whatIsNew({ db }: Asked, { id, ref }: ReadableCase, seen: number): Promise<readonly Problem[]> {
  const lines = await newSince(db, id, seen)
  return lines.map((line) => ({ text: `New: ${newFactWords(line)}`, href: caseAddress(ref, 'chronology') }))
}

/** A form about one case: done, it goes on and says so; refused, its page is shown again with what was typed, and why not. */
export const caseForm = ({ path, at, act, said, to, again }: CaseForm): Page =>
  page({
    method: 'POST',
    path,
    needs: 'see-own-work',
    answer: forCase(path, async (asked, about) => {
      const { form, reader } = asked
      const seen = textOf(form, 'seen')
      const done = await act(asked, {
        ...{ ref: about.ref, actorId: reader.id, commandId: formCommand(form) },
        ...(/^\d{1,9}$/.test(seen) ? { seenVersion: Number(seen) } : {}),
      })
      if ('accepted' in done) return goTo(to(asked, about), typeof said === 'string' ? said : said(asked))
      const typed = typedOf(form)
      if ('refused' in done && done.refused === 'changed-since') {
        const isNew = await whatIsNew(asked, about, Number(seen))
        const problems = [{ text: pageWords(done.todo), href: at }, ...isNew]
        return again(asked, about, { typed, problems, status: statusOf(done) })
      }
      const problems = 'problems' in done ? done.problems : [{ text: pageWords(done.todo), href: at }]
      const shown = await again(asked, about, { typed, problems, status: 'problems' in done ? 422 : statusOf(done) })
      // Refused for itself, the form stays as old as it is: what is new on the case was not said.
      return shown.answer === 'page' && seen !== '' ? { ...shown, seen } : shown
    }),
  })
