const DEEPEST = 20
const [QUOTE, ESCAPE] = ['"', '\\']

/** True of JSON that nests deeper than anything we ask for: reading it would cost more than it is worth. */
export function isTooDeep(json: string): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]
    if (inText && sign === ESCAPE) at += 1
    else if (sign === QUOTE) inText = !inText
    else if (!inText && (sign === '{' || sign === '[')) depth += 1
    else if (!inText && (sign === '}' || sign === ']')) depth -= 1
    if (depth > DEEPEST) return true
  }
  return false
}
