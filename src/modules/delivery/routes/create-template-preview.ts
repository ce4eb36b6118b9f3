import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { exampleMail } from '../example-mail.ts'
import { DELIVERY_PROBLEMS } from '../problems.ts'
import { faultsOf } from '../template.ts'
import { faultMembers, namedIn, TemplateBody, TemplatePath } from './template-view.ts'

export type PreviewNeeds = {
  clock: Clock
  /** The municipality's name, and where its pages are reached from outside. */
  townOf: (municipality: string) => { id: string; name: string }
  publicUrl: () => string
}

const Preview = z
  .object({ subject: z.string(), text: z.string() })
  .openapi('TemplatePreview', { description: 'As it would arrive, about an example.' })

export const createTemplatePreview = ({ clock, townOf, publicUrl }: PreviewNeeds) =>
  townOperation({
    method: 'post',
    path: '/templates/{step}/{locale}/previews',
    operationId: 'createTemplatePreview',
    tag: 'Mail texts',
    summary: 'See what a text becomes, with an example; nothing is kept or sent',
    parameters: { path: TemplatePath },
    body: TemplateBody,
    success: { 200: 'Subject and text.' },
    answer: Preview,
    problems: among(DELIVERY_PROBLEMS, 'template-not-found', 'template-invalid'),
    async handle({ caller: { municipality }, path, body }, refuse) {
      const named = namedIn(path)
      if (!named) return refuse('template-not-found')
      const faults = faultsOf(named.kind, body)
      if (faults.length > 0) return refuse('template-invalid', faultMembers(faults))
      const town = townOf(municipality)
      const origin = `${publicUrl()}/${municipality}`
      return { body: exampleMail(named, body, { town, origin, now_ms: clock() }) }
    },
  })
