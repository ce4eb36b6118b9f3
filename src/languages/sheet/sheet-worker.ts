import { parentPort, workerData } from 'node:worker_threads'
import { parseSheet } from './parse-sheet.ts'

parentPort?.postMessage(parseSheet(workerData as Uint8Array))
