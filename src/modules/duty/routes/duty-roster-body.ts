import { DutyRoster } from '../roster.ts'

export const DutyRosterBody = DutyRoster.openapi('DutyRoster')
