const OLDEST = [20, 19]

/** Why this Node cannot run Caseclock, or undefined when it can. */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined
  return `Node ${version} is too old: Caseclock needs ${OLDEST.join('.')} or later. Install the release that .nvmrc names.`
}
