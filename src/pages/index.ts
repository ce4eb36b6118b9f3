export { createDeskSessions } from './desk-session.ts'
export { createPages } from './pages.ts'
