import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { Faults } from '../components/field.tsx'
import { chosenOf, readCategories } from '../features/report/categories.ts'
import { addressOf, answerField, draftIn } from '../features/report/draft.ts'
import { HiddenFields } from '../features/report/hidden-fields.tsx'
import { QuestionField } from '../features/report/question-field.tsx'
import { ALL_STEPS, StepHead } from '../features/report/step-head.tsx'
import { useSetting, useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const search = new URL(request.url).searchParams
  const draft = draftIn(search)
  const categories = await readCategories(visit.api, town.id)
  const category = categories.find(({ id }) => id === draft.category)
  if (!category) throw redirect(addressOf(town.id, '', draft))
  const questions = chosenOf(category)
  if (questions.length === 0) throw redirect(addressOf(town.id, '/versturen', draft))
  return { town, draft, category, questions, wrong: search.getAll('fault') }
}

/** What the category asks and what is answered by choosing. */
export default function ReportQuestions() {
  const words = useWords().report
  const { locale } = useSetting()
  const { town, draft, category, questions, wrong } = useLoaderData<typeof loader>()
  const fields = questions.map(({ code }) => answerField(code))
  const faults = Object.fromEntries(
    questions
      .filter(({ code }) => wrong.includes(code))
      .map(({ code }) => [answerField(code), words.questions.required]),
  )
  return (
    <div className="report">
      <StepHead
        title={words.questions.title}
        step={2}
        of={ALL_STEPS}
        back={addressOf(town.id, '/waar', draft)}
      />
      <Faults faults={faults} />
      <p className="lead">{category.name[locale]}</p>
      <form method="get" action={`/${town.id}/melden/versturen`} className="asked">
        <HiddenFields draft={draft} without={fields} />
        <input type="hidden" name="asked" value="yes" />
        {questions.map((question) => (
          <QuestionField
            key={question.code}
            question={question}
            answer={draft.answers[question.code] ?? []}
            fault={faults[answerField(question.code)]}
          />
        ))}
        <p className="actions">
          <button type="submit" className="button">
            {words.next}
          </button>
        </p>
      </form>
    </div>
  )
}
