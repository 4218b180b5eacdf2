import type { Visit } from './startVisit'

export interface PageWeight {
  /** Bytes of the page itself, as sent: headers and body, compressed where the server compresses. */
  readonly html: number
  /** Bytes of everything it loads besides, with nothing in the cache. */
  readonly assets: number
  readonly total: number
  /** All of it by path, the heaviest first. */
  readonly parts: readonly { readonly path: string; readonly bytes: number }[]
}

/**
 * What a page weighs for somebody who comes for the first time: in a new window with the cookies of the visit, so signed in as its person, and an empty
 * cache. `path` as for `page.goto`.
 */
export async function pageWeight({ page, scripts, width }: Visit, path: string): Promise<PageWeight> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('The visit has no browser.')
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
    storageState: await page.context().storageState(),
  })
  try {
    const fresh = await context.newPage()
    const wire = await context.newCDPSession(fresh)
    const urls = new Map<string, string>()
    const bytes = new Map<string, number>()
    wire.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url))
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength))
    await wire.send('Network.enable')
    const address = new URL(path, page.url()).href
    const answer = await fresh.goto(address, { waitUntil: 'networkidle' })
    if (answer?.status() !== 200) throw new Error(`${path} answered ${String(answer?.status())}: nothing to weigh.`)
    const parts = [...bytes]
      .map(([id, size]) => ({ url: urls.get(id) ?? '', bytes: size }))
      .filter(({ url }) => url.startsWith('http'))
      .sort((a, b) => b.bytes - a.bytes)
    const sum = (some: readonly { bytes: number }[]): number => some.reduce((total, each) => total + each.bytes, 0)
    const itself = parts.filter(({ url }) => url === fresh.url())
    return {
      html: sum(itself),
      assets: sum(parts) - sum(itself),
      total: sum(parts),
      parts: parts.map(({ url, bytes: size }) => ({ path: new URL(url).pathname, bytes: size })),
    }
  } finally {
    await context.close()
  }
}
