/** One school to choose from: our lasting reference, its name, and the words that tell it from its namesakes. */
export type SchoolOption = { ref: string; name: string; where: string }
