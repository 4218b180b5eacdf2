import { spawnSync } from 'node:child_process'
import path from 'node:path'

const ROOT = path.join(__dirname, '..', '..')
const FIXTURES = path.join(__dirname, 'fixtures')

interface Report {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[]
  }
}

const cruise = (folder: string, names: readonly string[]): Report => {
  const program = path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const { stdout } = spawnSync(
    process.execPath,
    [program, '--config', path.join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', ...names],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout) as Report
}

describe('the arrows between folders', () => {
  it('hold in the whole house, and every file was read', () => {
    const { summary } = cruise(ROOT, ['domain', 'workflows', 'activities', 'worker', 'client', 'prisma'])
    expect(summary.violations).toEqual([])
    expect(summary.totalCruised).toBeGreaterThan(150)
  })

  it('refuse one wrong import each, so that a rule that holds nothing is noticed', () => {
    const { summary } = cruise(FIXTURES, ['domain', 'workflows', 'activities', 'worker', 'client'])
    expect([...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort()).toEqual([
      'arrows: activities/arrow.ts',
      'domain-is-pure: domain/impure.ts',
      'light-workflows: workflows/heavy.ts',
      'no-cycles: domain/one.ts',
      'no-node: domain/node.ts',
      'pages-are-no-programs: client/web/program.ts',
      'prisma-in-four-places: worker/prisma.ts',
      'pure-commands-start-at-once: client/cli/timelineCommand.ts',
    ])
  })
})
