import { inNode } from './inNode'

const problemOf = async (version: string): Promise<string> => {
  const { out } = await inNode(
    `const { nodeProblem } = await import(tools + '/bootstrap/nodeProblem.mjs'); console.log(String(nodeProblem('${version}')))`,
  ).ended
  return out.trim()
}

describe('a Node that is too old', () => {
  it.each(['v16.20.2', 'v18.20.8', 'v20.18.3'])('is refused with what to install: %s', async (version) => {
    expect(await problemOf(version)).toBe(
      `Node ${version} is too old: Caseclock needs 20.19 or later. Install the release that .nvmrc names.`,
    )
  })

  it.each(['v20.19.0', 'v22.0.0', 'v24.11.1'])('is not %s', async (version) => {
    expect(await problemOf(version)).toBe('undefined')
  })
})
