import type { Refusal } from '../../commands/command'
import type { CaseCommand } from '../../commands/onCase/caseCommand'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { goTo, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'
import { statusOf } from '../app/refusedBy'
import { pageWords } from '../app/pageWords'
import { typedOf } from './typed'

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

/** A form about one case: done, it goes on and says so; refused, its page is shown again with what was typed, and why not. */
export const caseForm = ({ path, at, act, said, to, again }: CaseForm): Page =>
  page({
    method: 'POST',
    path,
    needs: 'see-own-work',
    answer: forCase(path, async (asked, about) => {
      const { form, reader } = asked
      const done = await act(asked, { ref: about.ref, actorId: reader.id, commandId: formCommand(form) })
      if ('accepted' in done) return goTo(to(asked, about), typeof said === 'string' ? said : said(asked))
      const typed = typedOf(form)
      return 'problems' in done
        ? again(asked, about, { typed, problems: done.problems, status: 422 })
        : again(asked, about, {
            ...{ typed, status: statusOf(done) },
            problems: [{ text: pageWords(done.todo), href: at }],
          })
    }),
  })
