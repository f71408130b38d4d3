// Each of these runs inside the page, by itself: it can use nothing from around it.

/** Texts smaller than 16 px; 13 px in pictures, which stand beside a list of the same. */
export function smallTexts(): string[] {
  const small = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.textContent?.trim() || !parent || parent.closest('.visually-hidden, script, style')) continue
    if (parent.getClientRects().length === 0) continue
    const scale = parent instanceof SVGGraphicsElement ? (parent.getScreenCTM()?.a ?? 1) : 1
    const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale
    if (size < (scale === 1 ? 15.9 : 13))
      small.add(`${size.toFixed(1)} px “${node.textContent.trim().slice(0, 40)}”`)
  }
  return [...small].slice(0, 5)
}

/** Texts that a box cuts off, or a page that grows sideways, once lines, letters and words are spaced out (WCAG 1.4.12). */
export function clippedTexts(): string[] {
  const spacing = new CSSStyleSheet()
  spacing.replaceSync(
    '*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, spacing]
  const cut = [...document.querySelectorAll('body *')].filter((element) => {
    if (element.closest('.visually-hidden, svg, textarea, [hidden]') || !element.textContent?.trim())
      return false
    const { overflowX, overflowY, clipPath } = getComputedStyle(element)
    if (clipPath !== 'none') return false
    const isCutX = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1
    const isCutY = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1
    return isCutX || isCutY
  })
  const found = cut.map((element) => element.outerHTML.slice(0, 120))
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`the page, ${scrollWidth} px wide of ${clientWidth}`)
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== spacing)
  return found.slice(0, 5)
}

/** Whatever can have the focus and shows no ring when it has it, in a page last used by keyboard. */
export function hiddenFocus(): string[] {
  const stops = document.querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
  )
  const hidden: string[] = []
  for (const stop of stops) {
    if (stop.getClientRects().length === 0 || stop.closest('[hidden]')) continue
    stop.focus()
    if (document.activeElement !== stop) continue
    const rings = [stop, stop.parentElement, stop.nextElementSibling, stop.querySelector('.node')].map(
      (element) => {
        const style = element ? getComputedStyle(element) : null
        const isOutlined =
          style?.outlineStyle !== 'none' && Number.parseFloat(style?.outlineWidth ?? '0') >= 2
        return isOutlined || (element?.matches('.node') && Number.parseFloat(style?.strokeWidth ?? '0') >= 5)
      },
    )
    if (!rings.includes(true)) hidden.push(stop.outerHTML.slice(0, 120))
  }
  return hidden.slice(0, 5)
}
