import path from 'node:path'

/** What runs before the tests. The same commands as in package.json. */
export const checks = (root) => {
  const tool = (name) => path.join(root, 'node_modules', name)
  return [
    { name: 'typecheck', command: [tool('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
    { name: 'lint', command: [tool('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
    {
      name: 'boundaries',
      command: [
        tool('dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['--config', '.dependency-cruiser.cjs'],
        ...['domain', 'workflows', 'activities', 'worker', 'client', 'prisma'],
      ],
    },
  ]
}
