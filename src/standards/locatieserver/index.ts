export { createLocatieserver } from './client.ts'
