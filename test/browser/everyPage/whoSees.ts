import type { Page } from '../../../client/web/app/page'
import { ROLES, type Role } from '../../../domain/access/role'
import { fill, type Things } from '../../servers/matrixThings'
import type { MatrixTown } from '../../servers/matrixTown'
import type { Visitor } from '../../servers/visitor'

/** Who works with most pages: of them whoever is shown most. */
const FIRST: readonly Role[] = ['social-worker', 'team-manager', 'coordinator', 'administrator']
export const ASKED: readonly Role[] = [...FIRST, ...ROLES.filter((role) => !FIRST.includes(role))]

/** Somebody of every role, signed in, without a browser. */
export type Visitors = ReadonlyMap<Role, Visitor>

/** What a route answers: a page, to this role; something that is no page; or nothing to anybody, with the statuses they got. */
export type Seen =
  | { readonly seen: 'page'; readonly route: string; readonly path: string; readonly role: Role }
  | { readonly seen: 'no-page'; readonly route: string }
  | { readonly seen: 'nothing'; readonly route: string; readonly statuses: string }

/** What a page has to be told to be one: without it, it leads to another. */
const CHOSEN: Readonly<Record<string, (own: Things) => string>> = {
  '/reports/held': ({ person }) => `?worker=${person}`,
  '/reports/forecast/list': ({ team }) => `?team=${team}&week=late&kind=other`,
  '/reports/cohort/list': ({ team }) => `?team=${team}&list=left-out`,
}

/** Who is answered what at a route that is asked by GET. */
export async function whoSees({ own }: MatrixTown, { path: route }: Page, visitors: Visitors): Promise<Seen> {
  const path = `${fill(route, own).path}${CHOSEN[route]?.(own) ?? ''}`
  const statuses = new Set<number>()
  let most: { readonly role: Role; readonly length: number } | undefined
  for (const role of ASKED) {
    if (most !== undefined && !FIRST.includes(role)) break
    const got = await asked(visitors, role).get(path)
    statuses.add(got.status)
    if (got.status !== 200) continue
    if (!isHtml(got.headers)) return { seen: 'no-page', route }
    if (most === undefined || got.body.length > most.length) most = { role, length: got.body.length }
  }
  return most === undefined
    ? { seen: 'nothing', route, statuses: [...statuses].join(', ') }
    : { seen: 'page', route, path, role: most.role }
}

/** Who is shown a page again for a form with nothing in it that no page of this town offers; or what came of it. */
export async function whoIsRefused({ own }: MatrixTown, { path: route }: Page, visitors: Visitors): Promise<Seen> {
  const { path } = fill(route, own)
  const statuses = new Set<number>()
  for (const role of ASKED) {
    const visitor = asked(visitors, role)
    await visitor.get('/settings')
    const got = await visitor.send(path, { _csrf: visitor.field('_csrf') })
    statuses.add(got.status)
    if (got.status === 303) break
    if (got.status === 403 || got.status === 404) continue
    return isHtml(got.headers) ? { seen: 'page', route, path, role } : { seen: 'no-page', route }
  }
  return { seen: 'nothing', route, statuses: [...statuses].join(', ') }
}

const isHtml = (headers: Headers): boolean => headers.get('content-type')?.startsWith('text/html') === true

function asked(visitors: Visitors, role: Role): Visitor {
  const visitor = visitors.get(role)
  if (visitor === undefined) throw new Error(`Nobody is signed in as ${role}.`)
  return visitor
}
