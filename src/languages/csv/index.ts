export { CSV_ENCODINGS, type CsvLine, type CsvShape, readCsv } from './read-csv.ts'
export { MOMENT_FORMAT, type MomentReader, momentReader } from './read-moment.ts'
export { numberReader } from './read-number.ts'
export { csvLine } from './write-csv.ts'
