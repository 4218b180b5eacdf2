import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startInbox, type RunningInbox } from '../../client/inbox/inbox'

const ALERT = '01a1f9e0-b0e0-71bd-aa4c-0dd9e6924c9a'

describe('the links of a mail, while Caseclock has no pages of its own', () => {
  let folder: string
  let inbox: RunningInbox
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-inbox-'))
    inbox = await startInbox({ folder, smtpPort: 0, webPort: 0 })
  })
  afterAll(async () => {
    await inbox.stop()
    rmSync(folder, { recursive: true })
  })
  const open = async (at: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(`http://127.0.0.1:${String(inbox.webPort)}${at}`)
    return { status: response.status, text: await response.text() }
  }

  it.each([
    ['/cases/N-1002919', 'npx caseclock case N-1002919'],
    [`/escalations/${ALERT}#acknowledge`, `npx caseclock answer ${ALERT} --acknowledge --as YOU`],
    [`/escalations/${ALERT}#promise`, '<h2 id="promise">'],
    ['/settings', 'There is nothing to set here yet'],
  ])('%s says how the same is done in a terminal', async (at, words) => {
    const { status, text } = await open(at)
    expect(status).toBe(200)
    expect(text).toContain(words)
  })

  it.each(['/cases/%3Cscript%3E', `/escalations/${ALERT}%3Brm%20-rf`, '/cases/-as', '/cases/N%0A1'])(
    '%s is refused: what it names would stand in a command to copy',
    async (at) => {
      const { status, text } = await open(at)
      expect(status).toBe(404)
      expect(text).not.toContain('npx')
    },
  )
})
