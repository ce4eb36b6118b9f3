import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@utrecht/component-library-react'
import { type ReactNode, useId } from 'react'

/** Rows of the same kind. On a narrow screen it scrolls by itself, by the keyboard, too, and the page does not. */
export function DataTable({
  caption,
  columns,
  rows,
}: {
  caption: ReactNode
  columns: readonly { key: string; name: ReactNode; isNumber?: boolean }[]
  /** The cells in the order of the columns; the first names the row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}) {
  const captionId = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys
    <section className="table-frame" aria-labelledby={captionId} tabIndex={0}>
      <Table>
        <TableCaption id={captionId}>{caption}</TableCaption>
        <TableHeader>
          <TableRow>
            {columns.map(({ key, name, isNumber }) => (
              <TableHeaderCell key={key} scope="col" numericColumn={isNumber === true}>
                {name}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ key, cells }) => (
            <TableRow key={key}>
              {columns.map((column, i) =>
                i === 0 ? (
                  <TableHeaderCell key={column.key} scope="row">
                    {cells[i]}
                  </TableHeaderCell>
                ) : (
                  <TableCell key={column.key} numericColumn={column.isNumber === true}>
                    {cells[i]}
                  </TableCell>
                ),
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  )
}
