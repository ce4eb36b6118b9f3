export { CONDITION_TO_CATEGORY } from './condition-to-category.ts'
export { createThingDoor, type ThingDoor } from './door.ts'
export { THING_PROBLEMS } from './problems.ts'
export type { TakeRequest } from './routes/create-events.ts'
export { type DeviceReport, DeviceReportData } from './routes/device-report.ts'
export { thingOperations } from './routes/thing-operations.ts'
export {
  EVENT_KINDS,
  type EventKind,
  type EventResult,
  isTimeSuspect,
  type Refused,
  type ThingEvent,
  type Told,
} from './thing-event.ts'
