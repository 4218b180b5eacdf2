import type { LocalDate } from '@js-joda/core'
import type { FastifyRequest } from 'fastify'
import type { Processes } from '../../../activities/deps'
import type { Permission } from '../../../domain/access/permissions'
import type { Database } from '../../../prisma/database'
import type { Reader } from '../../queries/reading/loadReader'
import type { DemoControls } from '../demo/demoControls'
import type { Answer } from './answer'
import type { WebSettings } from './settings'

/** What every page is handed. */
export interface WebDeps {
  readonly db: Database
  readonly processes: Processes
  /** Where what is imported may come from. */
  readonly folders?: Pick<WebSettings, 'extracts' | 'uploads' | 'uploadMegabytes'>
  /** What the page of a demo can do to the parts beside it; missing where `caseclock up` did not start them. */
  readonly demo?: DemoControls
}

/** What somebody asks for. */
export interface Asked extends WebDeps {
  /** Who is signed in. */
  readonly reader: Reader
  /** The authority's day, and its moment in epoch milliseconds. */
  readonly today: LocalDate
  readonly now: number
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  /** A form's fields as they came; empty for GET. Read them with zod. */
  readonly form: Readonly<Record<string, unknown>>
  /** The path and the query, to come back to. */
  readonly url: string
  /** For what only a few need: files, headers. */
  readonly request: FastifyRequest
}

/** A page for somebody who is signed in. */
export interface Page {
  readonly method: 'GET' | 'POST'
  /** As contracts.md 7 names it: /cases/:ref */
  readonly path: string
  /** What the reader must hold for any team to be here at all; others get "nothing here". Whether they may see this very case, team or session is asked by `answer`. */
  readonly needs: Permission
  /** Its form brings files. The token is its first field, and nothing after it is read before that is right: `request.fields` and `request.rest`. */
  readonly uploads?: true
  readonly answer: (asked: Asked) => Promise<Answer> | Answer
}

/** Pages are named one by one in client/web/pages.ts. */
export const page = (one: Page): Page => one
