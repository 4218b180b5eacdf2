'use strict'
// Which folder may know which (design, section 2). It follows imports through other files; type-only imports do not count.
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^domain/' },
      to: {
        path: '^(activities|client|prisma|worker|workflows)/|node_modules/(@prisma|@temporalio|fastify|nodemailer)/',
      },
    },
    { name: 'no-node', severity: 'error', from: { path: '^(domain|workflows)/' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'light-workflows',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        path: '^(activities|client|prisma)/|node_modules/(zod|luxon|@js-joda|@prisma|nodemailer)/',
        reachable: true,
      },
    },
    {
      name: 'arrows',
      severity: 'error',
      from: { path: '^(activities|workflows)/' },
      to: { path: '^(client|worker)/' },
    },
    {
      name: 'prisma-in-four-places',
      severity: 'error',
      from: { pathNot: '^(prisma|activities|client/(commands|queries))/' },
      to: { path: '^prisma/generated/|^node_modules/@prisma/' },
    },
    {
      name: 'pure-commands-start-at-once',
      severity: 'error',
      from: { path: '^client/cli/((timeline|agenda|policyCheck|supervisionPlan)|cohort/cohort)Command[.]ts$' },
      to: { path: '^prisma/|node_modules/(@prisma|@temporalio|@js-joda/timezone|pg)/', reachable: true },
    },
    {
      // What pages and programs share lies beside both: client/files, client/queries, domain. A text of rules alone is read by the program's reader.
      name: 'pages-are-no-programs',
      severity: 'error',
      from: { path: '^client/(web|queries|commands|files|papers)/', pathNot: '^client/web/admin/rulesChecked[.]ts$' },
      to: { path: '^client/cli/' },
    },
    {
      name: 'one-time-zone',
      severity: 'error',
      from: { pathNot: '^domain/calendar/london[.]ts$' },
      to: { path: 'node_modules/@js-joda/timezone/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: require('node:path').join(__dirname, 'tsconfig.json') },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
}
