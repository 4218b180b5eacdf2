import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.join(__dirname, '..', '..')

describe('what the documents promise', () => {
  it.each(['README.md', 'docs/guarantees.md'])('%s names only tests and files that exist', (document) => {
    const text = readFileSync(path.join(ROOT, document), 'utf8')
    const named = [
      ...text.matchAll(/`((?:test|domain|workflows|activities|client|prisma|docs|worker)\/[\w./-]*)`/g),
    ].map(([, name]) => name ?? '')
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([])
  })
})
