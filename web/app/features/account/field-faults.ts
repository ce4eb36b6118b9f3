import { useWords } from '../../setting.ts'

/** Which field a refusal is about, where there is one. */
const FIELDS: Readonly<Record<string, string>> = {
  'sign-in-refused': 'password',
  'code-refused': 'code',
}

/** What was refused, at the field that it is about; nothing where it is about the form as a whole. */
export function useFieldFaults(problem: string | undefined): Readonly<Record<string, string>> {
  const { account, signIn } = useWords()
  const field = FIELDS[problem ?? '']
  if (problem === undefined || field === undefined) return {}
  return { [field]: account.problems[problem] ?? signIn.problems[problem] ?? signIn.problem }
}
