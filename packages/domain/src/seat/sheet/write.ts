const FORMULA = /^[=+\-@\t\r\0]/

/** One cell of a file for a spreadsheet: quoted, and never a formula. */
const csvCell = (text: string) => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** Rows as CSV text with a mark that makes Excel read it as UTF-8. */
export const csvOf = (rows: string[][]) =>
  `\ufeff${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
