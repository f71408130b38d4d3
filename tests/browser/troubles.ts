import type { Page } from '@playwright/test'

/**
 * A refused form and a page that is not there answer 400 and 404, and a search that is under way stops when its reader
 * goes on to another page: the browser logs it, and nothing is wrong.
 */
const EXPECTED =
  /Failed to load resource: the server responded with a status of 4\d\d|AbortError: signal is aborted without reason/

/** Writes down every error the page logs or throws, breaches of its content rules among them. */
export function listen(page: Page, troubles: string[]) {
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text()))
      troubles.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`))
}
