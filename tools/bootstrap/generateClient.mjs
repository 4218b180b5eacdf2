import path from 'node:path'
import { must } from './must.mjs'
import { hashOf, unlessStamped } from './stamp.mjs'
import { step } from './step.mjs'

/** The database client, from prisma/schema.prisma. Offline: any executable stands in for the engine, which is not needed. */
export const generateClient = (root) =>
  unlessStamped(
    path.join(root, 'prisma', 'generated', '.stamp'),
    hashOf(root, ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']),
    () =>
      step('making the database client', () =>
        must('prisma generate', [process.execPath, path.join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
          cwd: root,
          env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
        }),
      ),
  )
