import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Column<Row> = {
  label: string
  cell: (row: Row) => ReactNode
  /** Where the column is the order of the rows; pages sort on the server. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
}

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The same rows as a file. */
  csvHref?: string
}

/** Rows and columns; on a phone each row becomes a block with its labels. The first column names the row. */
export function DataTable<Row>({ caption, columns, rows, rowKey, csvHref }: Props<Row>) {
  return (
    <div className="stack">
      <table className="stacks">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.label} {...column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{columns.map((column, place) => cell(column, row, place))}</tr>
          ))}
        </tbody>
      </table>
      {csvHref ? (
        <p>
          <a href={csvHref}>Download these rows (CSV)</a>
        </p>
      ) : null}
    </div>
  )
}

function Heading({ label, sortHref, sorted }: Pick<Column<never>, 'label' | 'sortHref' | 'sorted'>) {
  return (
    <th scope="col" aria-sort={sorted}>
      {sortHref ? <Link to={sortHref}>{label}</Link> : label}
    </th>
  )
}

function cell<Row>(column: Column<Row>, row: Row, place: number) {
  if (place === 0) {
    return (
      <th key={column.label} scope="row">
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td key={column.label} data-label={column.label}>
      {column.cell(row)}
    </td>
  )
}
