import type { Role } from '../../../domain/access/role'
import { inPage } from '../tools/inPage'
import type { Visit } from '../tools/startVisit'

/** A form as a page has it: where it is sent, and what it carries unseen. */
interface FormOnPage {
  readonly to: string
  readonly hidden: readonly (readonly [string, string])[]
  readonly files: boolean
}

export interface FoundForm extends FormOnPage {
  /** Who was shown it. */
  readonly role: Role
}

/** Each kind of form of the pages that were seen, once: two that carry the same, but for what is new in every form, are one. */
export class FormsFound {
  readonly #byKind = new Map<string, FoundForm>()

  async seenBy(role: Role, { page }: Visit): Promise<void> {
    for (const form of await inPage<readonly FormOnPage[]>(page, 'formsSent')) {
      const carries = form.hidden.filter(([name, value]) => !['_csrf', 'command'].includes(name) && value.length < 30)
      const kind = JSON.stringify([form.to, carries])
      if (!this.#byKind.has(kind)) this.#byKind.set(kind, { ...form, role })
    }
  }

  sentTo(path: string): readonly FoundForm[] {
    return [...this.#byKind.values()].filter(({ to }) => to === path)
  }
}
