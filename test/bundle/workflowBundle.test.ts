import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bundleWorkflowCode } from '@temporalio/worker'
import { workflowCode } from '../../worker/workflowCode'

/** The files that stand in a bundle, by the names its source map gives them. */
async function bundled(workflowsPath: string): Promise<{ readonly files: readonly string[]; readonly bytes: number }> {
  const { code } = await bundleWorkflowCode({ workflowsPath })
  const map = /sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,([\w+/=]+)\s*$/.exec(code)?.[1] ?? ''
  const { sources } = JSON.parse(Buffer.from(map, 'base64').toString('utf8')) as { sources: readonly string[] }
  return { files: sources, bytes: Buffer.byteLength(code) }
}

const HEAVY =
  /node_modules\/(zod|@prisma|prisma|@js-joda|luxon|pg|nodemailer|csv-parse)\/|\bnode:|external |\/(activities|client|domain|prisma|worker)\/[^/]*\.ts$/
const heavyFiles = (files: readonly string[]): readonly string[] =>
  files.filter((file) => HEAVY.test(file) && !file.includes('node_modules/@temporalio/'))

describe('the workflow bundle', () => {
  it('holds the workflows and what they stand on, and nothing heavy: it lies in memory once per cached case', async () => {
    const { files, bytes } = await bundled(require.resolve('../../workflows/index'))
    expect(files.filter((file) => /\/workflows\/\w+\.ts$/.test(file)).length).toBeGreaterThan(8)
    expect(heavyFiles(files)).toEqual([])
    expect(bytes).toBeGreaterThan(500_000)
    expect(bytes).toBeLessThan(2_000_000) // 1.6 MB in November 2026, its source map included
  })

  it('is made by the build, so that a worker that starts makes none', () => {
    const code = workflowCode(path.join(__dirname, '..', '..', 'dist', 'worker'))
    if (code.workflowBundle === undefined || !('codePath' in code.workflowBundle)) throw new Error('There is none.')
    expect(readFileSync(code.workflowBundle.codePath, 'utf8')).toContain('stalledPlanEscalation')
    expect(Object.keys(workflowCode(__dirname))).toEqual(['workflowsPath'])
  })

  it('would be refused with a date library in it', async () => {
    const { files } = await bundled(require.resolve('./fixtures/heavy'))
    expect(heavyFiles(files).length).toBeGreaterThan(0)
  })

  it('cannot be made with a module of Node in it', async () => {
    await expect(bundled(require.resolve('./fixtures/node'))).rejects.toThrow(/webpack|Webpack|bundle/)
  })
})
