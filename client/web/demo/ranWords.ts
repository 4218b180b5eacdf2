import { MOST_DAYS, type Ran } from '../../commands/web/runUntilSomething'

const counted = (count: number, one: string, more: string): string => `${String(count)} ${count === 1 ? one : more}`

/** What happened while a demo's clock ran. */
export function ranWords({ mails, alerts, days }: Ran): string {
  const went = days === 0 ? 'On the same day' : `After ${counted(days, 'day', 'days')}`
  const what = [
    ...(mails === 0 ? [] : [`${counted(mails, 'mail', 'mails')} left`]),
    ...(alerts === 0 ? [] : [`${counted(alerts, 'alert', 'alerts')} opened`]),
  ]
  if (what.length > 0) return `${went}: ${what.join(', ')}.`
  return days >= MOST_DAYS - 1
    ? `${went}: nothing has happened. Nothing is due so soon.`
    : `${went}: nothing has happened yet. Run it again to go on.`
}
