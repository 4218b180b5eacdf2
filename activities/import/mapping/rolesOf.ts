import type { Role } from '../../../domain/access/role'

/** Which role a job title brings, for the person's own team. A title that is not listed brings none: nobody is told by mistake. */
export function rolesOf(jobTitle: string, teamName: string): readonly Role[] {
  const title = jobTitle.toLowerCase()
  if (title.includes('team manager')) {
    return /front door|referral/i.test(teamName) ? ['team-manager', 'front-door-manager'] : ['team-manager']
  }
  if (title.includes('head of service')) return ['head-of-service']
  if (title.includes('service manager')) return ['service-manager']
  if (title.includes('director')) return ['director']
  if (title.includes('conference chair') || title.includes('reviewing officer'))
    return ['independent-reviewing-officer']
  if (title.includes('conference') && title.includes('administrator')) return ['conference-service']
  if (title.includes('coordinator')) return ['coordinator']
  // Police who work with a team: of its cases they see safety plans and cautions, and nothing else.
  if (title.includes('detective sergeant')) return ['detective-sergeant']
  if (title.includes('police officer')) return ['police-officer']
  // The emergency duty team holds no cases.
  if (title.includes('social worker') && !title.includes('emergency')) return ['social-worker']
  return []
}
