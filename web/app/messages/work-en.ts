import type { WorkWords } from './work-nl.ts'

export const workEn: WorkWords = {
  title: 'All your open tasks',
  lead: (town) =>
    `Download your open tasks of the municipality of ${town} as one file. Fill it in and send it back here.`,
  download: 'Download',
  xlsx: 'File for Excel (xlsx)',
  csv: 'Text file (csv)',
  how: 'In each row fill in the column Answer: accepted, planned, started, done, nothing found or not ours. Planned needs a date. Leave the columns Revision and Task as they are. What you leave empty does not change.',
  bring: 'Send back',
  name: 'Your name',
  file: 'The file that you filled in',
  send: 'Send the file',
  keep: 'Do not pass this link on: whoever has it can answer.',
  done: (taken, refused) =>
    `${taken} ${taken === 1 ? 'answer' : 'answers'} taken, ${refused} refused.`,
  results: 'What became of your rows',
  line: 'Row',
  result: 'Result',
  wrong: 'The file was not taken',
  problems: {
    'name-missing': 'Fill in your name.',
    'file-missing': 'Choose the file that you filled in.',
    'sheet-unreadable': 'This is no xlsx or csv that we can read.',
    'sheet-protected': 'This file has a password, or is of an old kind. Save it as xlsx.',
    'sheet-too-large': 'This file is too large: at most 1 MB and 1000 rows.',
    'body-too-large': 'This file is too large: at most 1 MB and 1000 rows.',
    'sheet-too-slow': 'Reading this file took too long.',
    'sheets-busy': 'It is busy now. Please try again in a moment.',
    'sheet-without-columns': 'This file lacks the columns Task, Revision and Answer.',
  },
  otherProblem: 'Something went wrong. Nothing was changed.',
  overTitle: 'This link no longer works',
  overText: 'Use the link in your newest mail.',
}
