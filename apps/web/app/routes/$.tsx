import { notFound } from '~/attempt.server.ts'

export function loader(): never {
  throw notFound()
}

export const action = loader

export default function Nowhere() {
  return null
}
