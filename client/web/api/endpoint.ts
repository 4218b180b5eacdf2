import type { z } from 'zod'
import type { Permission } from '../../../domain/access/permissions'
import type { Refusal } from '../../commands/command'
import { json, type Answer } from '../app/answer'
import { page, type Asked, type Page } from '../app/page'
import { PROBLEM_TYPE, problemOf } from '../app/problem'
import { statusOf } from '../app/refusedBy'

/** One question a program can ask: its page, and its part of the document. */
export interface Endpoint {
  readonly page: Page
  readonly summary: string
  readonly query: z.ZodType | null
  readonly body: z.ZodType | null
  readonly output: z.ZodType
}

interface Defined<Q extends z.ZodType, B extends z.ZodType> {
  readonly method: Page['method']
  readonly path: string
  readonly needs: Permission
  readonly summary: string
  readonly query?: Q
  readonly body?: B
  readonly output: z.ZodType
  /** Whether what the path names is there for this reader: asked before anything that was sent is looked at. */
  readonly isThere?: (asked: Asked) => Promise<boolean>
  readonly answer: (
    asked: Asked,
    given: { readonly query: z.output<Q>; readonly body: z.output<B> },
  ) => Promise<Answer> | Answer
}

export const problem = (status: number, detail: string): Answer => ({
  ...{ answer: 'json', status, body: problemOf(status, detail), type: PROBLEM_TYPE },
})

export const NO_SUCH = problem(404, 'There is nothing here, or nothing that you may see.')

export const refusedAs = (refusal: Refusal): Answer => problem(statusOf(refusal), refusal.todo)

/** Reads what came with zod before it answers: what is not right is 422, and says where. */
export function endpoint<Q extends z.ZodType, B extends z.ZodType>(defined: Defined<Q, B>): Endpoint {
  const { method, path, needs, summary, query, body, output, isThere, answer } = defined
  return {
    ...{ summary, query: query ?? null, body: body ?? null, output },
    page: page({
      ...{ method, path, needs },
      answer: async (asked) => {
        if (isThere !== undefined && !(await isThere(asked))) return NO_SUCH
        const asks = query?.safeParse(asked.query)
        const sent = body?.safeParse(asked.form)
        for (const read of [asks, sent])
          if (read?.success === false)
            return problem(
              422,
              read.error.issues.map((one) => `${one.path.join('.') || 'It'}: ${one.message}`).join('; '),
            )
        return answer(asked, { query: asks?.data as z.output<Q>, body: sent?.data as z.output<B> })
      },
    }),
  }
}

/** A page of a list: one more than was asked for says that there is a next. */
export function listed<T>(rows: readonly T[], limit: number, cursor: (row: T, at: number) => string): Answer {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return json({ items, next: rows.length > limit && last !== undefined ? cursor(last, items.length) : null })
}
