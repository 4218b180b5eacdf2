import type { BrowserContext } from 'playwright-core'

/**
 * Writes down what goes wrong in a window from now on, one line each: what scripts throw or log as an error, what the content security policy forbids,
 * parts of a page that do not come, servers that answer 5xx, anything asked of another machine. A page that is itself refused (403, 404, 422) is an
 * answer, and the test's to judge. Answers a function that tells what was heard so far and stops listening.
 */
export function hearProblems(context: BrowserContext): () => readonly string[] {
  const problems: string[] = []
  let listening = true
  const toldOf = new Set<string>()
  const notLoaded = new Set<string>()
  const say = (problem: string): void => {
    if (listening && !problems.includes(problem)) problems.push(problem)
  }
  context.on('request', (request) => {
    if (request.isNavigationRequest()) toldOf.add(withoutPart(request.url())) // told of below, or no problem
    if (!isOnThisMachine(request.url())) say(`asked another machine: ${request.url()}`)
  })
  context.on('response', (response) => {
    const request = response.request()
    const limit = request.isNavigationRequest() ? 500 : 400
    if (response.status() < limit) return
    toldOf.add(withoutPart(request.url()))
    say(`answered ${response.status()}: ${request.method()} ${pathOf(request.url())}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'no reason given'
    // A page that is left, a download, a part whose answer was an error and is told of above.
    if (why === 'net::ERR_ABORTED') return
    toldOf.add(withoutPart(request.url()))
    say(`did not come (${why}): ${request.method()} ${pathOf(request.url())}`)
  })
  context.on('console', (message) => {
    const { url } = message.location()
    if (message.type() !== 'error') return
    if (!message.text().startsWith('Failed to load resource')) say(`console: ${message.text()}`)
    else notLoaded.add(withoutPart(url)) // the only sign of an icon that is missing
  })
  context.on('weberror', (error) => say(`script failed: ${error.error().message}`))
  return () => {
    for (const url of notLoaded) if (!toldOf.has(url)) say(`did not load: ${pathOf(url)}`)
    listening = false
    return problems
  }
}

/** The console names a page with the part of it that was asked for, a request does not. */
const withoutPart = (url: string): string => url.replace(/#.*$/, '')

const isOnThisMachine = (url: string): boolean =>
  !/^(https?|wss?):/.test(url) || ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname + new URL(url).search : url)
