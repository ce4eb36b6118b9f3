import { z } from '@hono/zod-openapi'
import { ColumnName, CSV_FILE, MOMENT_FORMAT, ValueMap } from '#languages/csv'
import { type ReadFile, readYaml } from '#languages/yaml'
import { PartyEntry } from '#modules/directory'

const Name = z.string().regex(/^[A-Za-z0-9][\w.-]{0,79}$/)
const Type = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** How the columns of a management register become objects. */
export const RegisterMapping = z
  .strictObject({
    kind: z.literal('register'),
    ...CSV_FILE,
    columns: z
      .strictObject({
        number: ColumnName.optional().describe('The number on the object, as people read it.'),
        type: ColumnName.optional(),
        lon: ColumnName.optional().describe('Degrees, WGS84.'),
        lat: ColumnName.optional(),
        x: ColumnName.optional().describe('Metres, EPSG:28992 (RD).'),
        y: ColumnName.optional(),
        street: ColumnName.optional(),
        owner: ColumnName.optional(),
        manager: ColumnName.optional(),
        maintainer: ColumnName.optional(),
        warrantyUntil: ColumnName.optional(),
        cabinet: ColumnName.optional().describe('The number or id of the cabinet it hangs from.'),
        circuit: ColumnName.optional().describe('The circuit (segment) of that cabinet.'),
      })
      .refine(
        ({ number, lon, x }) => number !== undefined || lon !== undefined || x !== undefined,
        {
          message: 'an object is known by its number or its place: name the column of one of them',
        },
      )
      .refine((of) => (of.lon === undefined) === (of.lat === undefined), {
        path: ['lat'],
        message: 'lon and lat go together',
      })
      .refine((of) => (of.x === undefined) === (of.y === undefined), {
        path: ['y'],
        message: 'x and y go together',
      })
      .refine((of) => of.lon === undefined || of.x === undefined, {
        path: ['x'],
        message: 'a place is lon and lat, or x and y, not both',
      }),
    constants: z
      .strictObject({
        type: Type.optional(),
        owner: Name.optional(),
        manager: Name.optional(),
        maintainer: Name.optional(),
        warrantyUntil: z.iso.date().optional(),
      })
      .prefault({})
      .describe('What holds where a row says nothing.'),
    values: z
      .strictObject({
        type: ValueMap.prefault({}),
        owner: ValueMap.prefault({}),
        manager: ValueMap.prefault({}),
        maintainer: ValueMap.prefault({}),
      })
      .prefault({})
      .describe('What stands in the file, and which type or organisation that is here.'),
    dates: z
      .array(z.string().regex(MOMENT_FORMAT))
      .min(1)
      .max(10)
      .default(['yyyy-MM-dd', 'dd-MM-yyyy', 'd-M-yyyy']),
    match: z
      .strictObject({
        within_m: z
          .number()
          .min(0)
          .max(50)
          .default(2)
          .describe('A number that is not known is the object without a number this near.'),
        mostMoved_m: z
          .number()
          .min(1)
          .max(100_000)
          .default(250)
          .describe('Further than this a known number is another object.'),
      })
      .prefault({}),
    parties: z.array(PartyEntry).max(1000).default([]),
  })
  .refine(({ columns, constants }) => (columns.type ?? constants.type) !== undefined, {
    path: ['constants', 'type'],
    message: 'what are these objects? name a column or a constant for their type',
  })
export type RegisterMapping = z.infer<typeof RegisterMapping>

export function parseRegisterMapping(text: string): ReadFile<RegisterMapping> {
  return readYaml(text, RegisterMapping)
}
