import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Answer } from './answer'
import type { FrameOf } from './frame'
import { contentPolicy, FRAMING_POLICY, MAIL_POLICY } from './headers'
import { render } from './views'
import { wordsTyped } from './wordsTyped'
import { wrongIn } from './wrongIn'

const HTML = 'text/html; charset=utf-8'

interface Sending {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly frame: FrameOf
}

/** Sends what a page answered. Nothing with a person's facts in it is kept by a browser or a proxy. */
export function send(answer: Answer, { request, reply, frame }: Sending): FastifyReply {
  void reply.header('cache-control', 'no-store')
  switch (answer.answer) {
    case 'page':
      if (answer.frames === true) void reply.header('content-security-policy', FRAMING_POLICY)
      return reply
        .code(answer.status)
        .type(HTML)
        .send(
          render(answer.view, {
            ...answer.data,
            frame: Object.assign(frame(request, reply), { seen: answer.seen }, wrongIn(answer.data, answer.status)),
          }),
        )
    case 'go':
      if (answer.saying !== undefined) request.session.saying = answer.saying
      return reply.redirect(answer.to, 303)
    case 'nothing-here':
      return reply
        .code(404)
        .type(HTML)
        .send(render('errors/nothingHere.njk', { frame: frame(request, reply) }))
    case 'refused':
      return reply
        .code(403)
        .type(HTML)
        .send(
          render('errors/refused.njk', {
            todo: answer.todo,
            typed: wordsTyped(request.body),
            frame: frame(request, reply),
          }),
        )
    case 'file':
      if (answer.name !== undefined) void reply.header('content-disposition', `attachment; filename="${answer.name}"`)
      if (answer.style !== undefined) void reply.header('content-security-policy', contentPolicy(answer.style))
      if (answer.mail === true)
        void reply.headers({ 'content-security-policy': MAIL_POLICY, 'x-frame-options': 'SAMEORIGIN' })
      return reply.type(answer.type).send(answer.body)
    case 'json':
      return reply
        .code(answer.status)
        .type(answer.type ?? 'application/json; charset=utf-8')
        .send(JSON.stringify(answer.body))
  }
}
