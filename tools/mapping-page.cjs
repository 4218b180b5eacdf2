'use strict'
// Writes docs/ssd-mapping.md from test/import/fieldMap/, or the file that is named. The map is TypeScript that only tests need, so it is in no build:
// it is compiled here while it is read.
const { readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { transformSync } = require('@swc/core')

const root = path.join(__dirname, '..')

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  })
  module._compile(code, filename)
}

const { mappingPage } = require(path.join(root, 'test', 'import', 'fieldMap', 'page.ts'))
const file = process.argv[2] ?? path.join(root, 'docs', 'ssd-mapping.md')
writeFileSync(file, mappingPage())
process.stdout.write(`${file} written\n`)
