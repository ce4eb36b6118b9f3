import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { it } from 'node:test'
import { ACTIONS, actionsOf, type Holder, isPartyRole, may, ROLES } from './permissions.ts'

const MANUAL = new URL('../../../docs/accounts.md', import.meta.url)
const PLACE = /(<!-- roles -->\n)[\s\S]*(<!-- \/roles -->)/

/** One row an action, with who may do it. */
function table(): string {
  const holders: Holder[] = ['public', 'integrator', 'party', ...ROLES]
  const cells = ACTIONS.map((action) => {
    const who = holders.filter((holder) => may(holder, action))
    const others: Record<string, string> = {
      'own-account': 'whoever has signed in',
      'open-answer': 'whoever holds the link of an assignment',
      'come-in': 'whoever holds an invitation',
      'follow-own': 'whoever holds the link of their report',
    }
    const names = who.length === holders.length ? ['everybody'] : who
    return [`\`${action}\``, others[action] ?? names.join(', ')] as const
  })
  const width = (column: 0 | 1) => Math.max(...cells.map((row) => row[column].length), 6)
  const line = (one: string, other: string) =>
    `| ${one.padEnd(width(0))} | ${other.padEnd(width(1))} |`
  return [
    line('action', 'who'),
    line('-'.repeat(width(0)), '-'.repeat(width(1))),
    ...cells.map(([action, who]) => line(action, who)),
    '',
  ].join('\n')
}

it('the table of roles in the manual is the one that is enforced', async () => {
  const manual = await readFile(MANUAL, 'utf8')
  const wanted = manual.replace(
    PLACE,
    (_, from: string, to: string) => `${from}\n${table()}\n${to}`,
  )
  if (process.env.UPDATE_WITNESS === '1') await writeFile(MANUAL, wanted)
  assert.equal(await readFile(MANUAL, 'utf8'), wanted)
  assert(wanted.includes('`grant-roles`'))
})

it('whoever of the staff sees the work may see what people wrote in it', () => {
  for (const role of ROLES)
    if (!isPartyRole(role) && may(role, 'see-work')) assert(may(role, 'see-personal'), role)
})

it('only the privacy officer reads who saw what, and only an administrator gives roles', () => {
  const who = (action: (typeof ACTIONS)[number]) => ROLES.filter((role) => may(role, action))
  assert.deepEqual(who('see-processing-log'), ['privacy-officer'])
  for (const action of ['grant-roles', 'manage-keys'] as const)
    assert.deepEqual(who(action), ['administrator'])
  for (const role of ['archivist', 'alderman', 'planner', 'crew'] as const)
    assert(!may(role, 'see-personal'), role)
})

it('whoever has roles may do all that one of them allows, and something about themselves', () => {
  assert.deepEqual(actionsOf([]), ['own-account'])
  const both = actionsOf(['alderman', 'moderator'])
  assert(both.includes('publish') && both.includes('see-steering') && both.includes('own-account'))
  assert(!both.includes('grant-roles'))
})
