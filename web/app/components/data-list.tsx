import {
  DataListItem,
  DataListKey,
  DataListValue,
  DataList as UtrechtDataList,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'

/** What is known of one thing: each name with its value. */
export function DataList({
  items,
  className,
}: {
  items: readonly { key: string; name: ReactNode; value: ReactNode }[]
  className?: string
}) {
  return (
    <UtrechtDataList appearance="rows" className={className}>
      {items.map(({ key, name, value }) => (
        <DataListItem key={key}>
          <DataListKey>{name}</DataListKey>
          <DataListValue>{value}</DataListValue>
        </DataListItem>
      ))}
    </UtrechtDataList>
  )
}
