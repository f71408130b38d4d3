// The words people read: none that blame, beg or speak our language instead of theirs.
import ts from 'typescript'
import { filesLike, textOf } from './files.mjs'
import { finish } from './finish.mjs'

const banned = [
  [/\b(oops|whoops)\b/i, 'say what happened and what to do'],
  [/\b(onboarding|network graph)\b/i, 'see the word list'],
  [/\bplease\b/i, 'ask plainly'],
  [/\b(invalid|illegal|forbidden)\b/i, 'say what would be right'],
  [/\bcohorts?\b/i, 'on screen it is a training group'],
  [/\busers?\b/i, 'they are people'],
  [/\bclick here\b/i, 'name what the link leads to'],
]
const isProduct = /^(apps\/web\/(app|server)|apps\/api\/src|packages\/domain\/src).*\.tsx?$/
const isTest = /\.test\.tsx?$|\/testing(\.ts$|\/)/

const files = filesLike(isProduct).filter((path) => !isTest.test(path))
finish(files.flatMap(findingsIn), `${files.length} files`)

function findingsIn(path) {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true, kind)
  const found = []
  const visit = (node) => {
    for (const [pattern, advice] of sentence(node) ? banned : []) {
      const word = pattern.exec(node.text)?.[0]
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      if (word) found.push(`${path}:${line + 1} says "${word}": ${advice}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Text of several words, outside SQL: what a person may come to read. */
function sentence(node) {
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isJsxText(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node)
  return isText && /\S\s+\S/.test(node.text) && !inSql(node)
}

function inSql(node) {
  for (let at = node; at; at = at.parent) {
    if (ts.isTaggedTemplateExpression(at) && at.tag.getText().startsWith('sql')) return true
  }
  return false
}
