'use strict'
// Writes docs/access.md from domain/access/permissions.ts, or the file that is named. The table is compiled here while it is read, so no build is needed.
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

const { ALL_PERMISSIONS, grantOf, everywhereWith } = require(path.join(root, 'domain', 'access', 'permissions.ts'))
const { ROLES } = require(path.join(root, 'domain', 'access', 'role.ts'))

const words = (role) => role.replaceAll('-', ' ')
const list = (roles) => roles.map(words).join(', ')

function whereOf(permission, { reach, roles }) {
  if (reach === 'any') return 'what is theirs'
  if (reach === 'authority') return 'everywhere'
  if (reach === 'own-team') return 'that very team'
  const everywhere = [...everywhereWith(permission)]
  if (everywhere.length === roles.length) return 'everywhere'
  return `their team and those below${everywhere.length === 0 ? '' : `; everywhere: ${list(everywhere)}`}`
}

const lineOf = (permission) => {
  const grant = grantOf(permission)
  const who =
    grant.roles === 'anybody' ? 'whoever is in post' : list(ROLES.filter((role) => grant.roles.includes(role)))
  const cover = grant.cover === 'passes' ? 'yes' : 'no'
  return `| \`${permission}\` | ${grant.lets} | ${who} | ${whereOf(permission, grant)} | ${cover} |`
}

const page = `# Who may do what

Made by \`npm run docs:access\` from the one table that commands, lists, pages and calendars ask: \`domain/access/permissions.ts\`. Change it there. Who is *told* what is
the ladder’s affair: [policy.md](policy.md).

Four things stand above the table:

- Whoever has left holds nothing, from their first day away.
- A restricted case is for those named for it, and for nobody else, whatever their role: [people.md](people.md). A cover brings no access to it.
- Whoever is the worker or the chair of a child today works on its case in any role and any team, and so does who covers for them.
- A role that is held for no team counts everywhere, but where “that very team” stands.

“Cover” says whether who covers for somebody may do it in their place.

| Permission | What it lets somebody do | Who holds it | Where | Cover |
|---|---|---|---|---|
${ALL_PERMISSIONS.map(lineOf).join('\n')}
`

const file = process.argv[2] ?? path.join(root, 'docs', 'access.md')
writeFileSync(file, page)
process.stdout.write(`${file} written\n`)
