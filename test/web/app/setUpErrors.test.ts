import { startWeb } from '../../../client/web/startWeb'
import { demoSignIn } from '../../../client/web/sign-in/demoSignIn'
import { openDatabase } from '../../../prisma/database'

describe('a page while the database is away', () => {
  test('says that it failed, and the log says of what, for a page that does not exist too', async () => {
    const lines: string[] = []
    const none = () => Promise.resolve(0)
    const db = openDatabase('postgres://nobody@127.0.0.1:1/none')
    const web = await startWeb({
      ...{ db, processes: { nudge: none, ensure: none }, host: '127.0.0.1', port: 0, signIn: demoSignIn },
      log: (line) => lines.push(line),
      settings: { baseUrl: 'http://127.0.0.1', secret: 'a secret of the tests, 32 or more' },
    })
    try {
      const nowhere = await fetch(`${web.address}/nowhere`)
      expect([nowhere.status, lines.length > 0]).toEqual([404, true])
      expect(lines.join('\n')).toContain('no route: ')
      lines.length = 0
      const home = await fetch(`${web.address}/sign-in`)
      expect(home.status).toBe(500)
      expect(await home.text()).toContain('Something went wrong')
      expect(lines.join('\n')).toContain('GET /sign-in: ')
    } finally {
      await web.close()
      await db.$disconnect()
    }
  })
})
