import { continueAsNew, proxyActivities } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { MAIL_QUEUE, type MailActivities } from './protocol'

/** Sending has a queue of its own, rate limited. A worker that dies while sending is noticed after a minute. */
const mail = proxyActivities<MailActivities>({
  taskQueue: MAIL_QUEUE,
  startToCloseTimeout: '1m',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
})

/** Sends one message until the mail server has taken it, or a person has to look. Id `delivery/<message id>`. */
export async function delivery(messageId: string): Promise<void> {
  if ((await clockLoop(() => mail.deliverMessage({ messageId }))) === 'renew')
    await continueAsNew<typeof delivery>(messageId)
}
