import { accessSync, constants, readFileSync } from 'node:fs'
import path from 'node:path'
import { SEARCH_ATTRIBUTES } from '../../workflows/protocol'

interface Service {
  readonly image: string
  readonly healthcheck?: { readonly test?: readonly string[] }
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

const ROOT = path.join(__dirname, '..', '..')
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8')
const { load } = jest.requireActual<{ load: (text: string) => unknown }>('js-yaml')
const compose = load(read('docker-compose.yml')) as {
  readonly services: Readonly<Record<string, Service>>
}
const services = Object.entries(compose.services)
const service = (name: string): Service => {
  const found = compose.services[name]
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`)
  return found
}

describe('docker-compose.yml', () => {
  it('runs these parts on these images, each of one version', () => {
    expect(Object.fromEntries(services.map(([name, { image }]) => [name, image]))).toEqual({
      postgres: 'postgres:18',
      'temporal-schema': 'temporalio/admin-tools:1.31.2',
      temporal: 'temporalio/server:1.31.2',
      'temporal-namespace': 'temporalio/admin-tools:1.31.2',
      'temporal-ui': 'temporalio/ui:2.52.0',
      migrate: 'caseclock:local',
      inbox: 'caseclock:local',
      worker: 'caseclock:local',
      web: 'caseclock:local',
    })
  })

  it('runs the server that developers run', () => {
    const pinned = /PINNED_SERVER = '([\d.]+)'/.exec(read('tools/bootstrap/temporalBinary.mjs'))?.[1]
    expect(service('temporal').image).toBe(`temporalio/server:${String(pinned)}`)
  })

  it('lets no worker begin before facts, stores, namespace and search attributes are there', () => {
    expect(service('worker').depends_on).toMatchObject({
      migrate: { condition: 'service_completed_successfully' },
      'temporal-namespace': { condition: 'service_completed_successfully' },
    })
    expect(service('temporal').depends_on).toEqual({
      'temporal-schema': { condition: 'service_completed_successfully' },
    })
  })

  it('waits only for parts that say when they are well', () => {
    const awaited = services.flatMap(([, { depends_on = {} }]) =>
      Object.entries(depends_on).filter(([, { condition }]) => condition === 'service_healthy'),
    )
    expect(awaited.length).toBeGreaterThan(0)
    for (const [name] of awaited) expect(service(name).healthcheck?.test?.length).toBeGreaterThan(1)
  })

  it('publishes every port on loopback only', () => {
    const ports = services.flatMap(([, { ports: published = [] }]) => published)
    expect(ports.length).toBeGreaterThan(0)
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
  })

  it('mounts only files that are there, and its scripts can be run', () => {
    const files = services
      .flatMap(([, { volumes = [] }]) => volumes)
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((source) => source.startsWith('.'))
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      const mode = file.endsWith('.sh') ? constants.X_OK : constants.R_OK
      expect(() => {
        accessSync(path.join(ROOT, file), mode)
      }).not.toThrow()
    }
  })

  it('asks .env for nothing that .env.example does not explain', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name)
    const explained = [...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name = '']) => name)
    expect(asked.length).toBeGreaterThan(10)
    expect(explained).toEqual(expect.arrayContaining([...new Set(asked)]))
  })

  it('registers the search attributes that workers write', () => {
    const registered = [...read('tools/compose/temporal-namespace.sh').matchAll(/--name (\w+) --type (\w+)/g)]
    expect(Object.fromEntries(registered.map(([, name, type]) => [name, type]))).toEqual(SEARCH_ATTRIBUTES)
  })
})

describe('the image', () => {
  const lines = read('Dockerfile').split('\n')

  it('stands on a Debian with a Node in support, never on Alpine: Temporal needs glibc', () => {
    const bases = lines.filter((line) => line.startsWith('FROM '))
    expect(bases.length).toBeGreaterThan(1)
    for (const base of bases) expect(base).toMatch(/^FROM node:24-bookworm-slim( AS \w+)?$/)
  })

  it('runs as a person without rights, and says whether it is well', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))
    expect(last).toContain('USER node')
    expect(last.findLastIndex((line) => /^(RUN|COPY) /.test(line))).toBeLessThan(last.indexOf('USER node'))
    expect(last.join('\n')).toMatch(/HEALTHCHECK [^]*"http:\/\/127\.0\.0\.1:9464\/health\/ready"/)
    expect(last.join('\n')).toContain('HEALTH_PORT=9464')
  })
})
