/** A calendar file: kept by nobody on the way, and no page that it leads to learns where it came from. */
export const calendarResponse = (text: string, fileName: string) =>
  new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
  })
