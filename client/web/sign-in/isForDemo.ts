import type { FastifyRequest } from 'fastify'
import { isLoopback } from './isLoopback'

/** Whether what only a demo has may be shown: the authority is one, and the asker is on this machine, under a name of this machine (a page elsewhere cannot borrow it). */
export const isForDemo = ({ authority, ip, hostname }: FastifyRequest): boolean =>
  authority?.demo === true && isLoopback(ip) && isLoopback(hostname.replace(/:\d+$/, ''))
