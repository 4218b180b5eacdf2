import fastify from 'fastify'

interface Part {
  readonly status?: number
  readonly type?: string
  readonly body: string
}

export interface ServedPages {
  readonly base: string
  stop(): Promise<void>
}

export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"

const ALWAYS: Readonly<Record<string, Part>> = {
  '/icon.svg': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  '/style.css': { type: 'text/css', body: '' },
}

/** A server of made-up pages by path, under as strict a content security policy as Caseclock's. Text alone is a page; what is not listed answers 404. */
export async function servePages(pages: Readonly<Record<string, string | Part>>): Promise<ServedPages> {
  const server = fastify()
  server.setNotFoundHandler(async (request, reply) => {
    const found = { ...ALWAYS, ...pages }[new URL(request.url, 'http://localhost').pathname]
    const part: Part = typeof found === 'string' ? { body: found } : (found ?? { status: 404, body: 'Not here' })
    await reply
      .code(part.status ?? 200)
      .header('content-security-policy', POLICY)
      .header('content-type', part.type ?? 'text/html; charset=utf-8')
      .send(part.body)
  })
  const base = await server.listen({ host: '127.0.0.1', port: 0 })
  return { base, stop: () => server.close() }
}

/** A page in order: language, title, icon, one style sheet. `servePages` has an icon, and an empty style sheet unless it is given one. */
export const pageOf = (body: string): string => `<!doctype html><html lang="en"><head><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/style.css">
</head><body><main><h1>A page</h1>${body}</main></body></html>`

export const styleOf = (body: string): Part => ({ type: 'text/css', body })
export const scriptOf = (body: string): Part => ({ type: 'text/javascript', body })
