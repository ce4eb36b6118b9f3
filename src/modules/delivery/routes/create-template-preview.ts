import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { DELIVERY_PROBLEMS } from '../problems.ts'
import { exampleFacts, FOOTER, valuesOf } from '../reporter-words.ts'
import { faultsOf, fill } from '../template.ts'
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

/** Ends in nothing that could be a real link. */
const EXAMPLE_TOKEN = 'ABCDEF'

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
      const { locale } = named
      const link = `${publicUrl()}/${municipality}/solved/${EXAMPLE_TOKEN}`
      const facts = exampleFacts(townOf(municipality), clock(), link, locale)
      const { subject, text } = fill(body, valuesOf(facts, locale))
      return { body: { subject, text: text + FOOTER[locale](`${link}/stop`) } }
    },
  })
