import { destroyCaseWords, destroyPerson } from '../composition/destroy-personal-data.ts'
import { type CommandInput, need, readWords, UsageError } from './command.ts'
import { openProgram } from './program.ts'

/** Destroys personal data: of one case, or of one person in a municipality. There is no way back. */
export async function destroy({ settings, log, words, say }: CommandInput): Promise<void> {
  const { options, rest } = readWords(words, ['person', 'municipality'])
  const number = rest[0]
  if ((number === undefined) === (options.person === undefined))
    throw new UsageError('Give a case number, or --person with --municipality.')
  const wanted = number?.split('-')[0] ?? need(options.municipality, 'Which --municipality?')
  await using program = await openProgram(settings, log, [])
  const municipality = program.app.towns.find(wanted)
  if (!municipality) throw new UsageError(`Municipality ${wanted} is not served here.`)
  if (number === undefined) {
    const { contacts } = await destroyPerson(program.app, municipality.id, options.person ?? '')
    return say(`the contact details in ${contacts} signals can never be read again`)
  }
  const done = await destroyCaseWords(program.app, municipality.id, number, 'command line')
  if (!done) throw new UsageError(`There is no case ${number}.`)
  say(`the words and photos of ${done.signals} signals of ${number} can never be read again`)
}
