// A container's health check, without curl: exit 0 when the address answers 2xx.
const [, , url] = process.argv

try {
  const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) })
  const said = await answer.text()
  if (!answer.ok) console.error(`${url} answered ${answer.status}: ${said.slice(0, 200)}`)
  process.exitCode = answer.ok ? 0 : 1
} catch (error) {
  console.error(`${url} does not answer: ${error.cause?.message ?? error.message}`)
  process.exitCode = 1
}
