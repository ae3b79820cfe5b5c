/** Words as the server's search has them: folded (lower case, no accents), cut at everything that is no letter or digit. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2019\u2018`\u00b4]/g, "'")
    .replaceAll('ß', 'ss')
}

/** The folded words of a text. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** Whether every word of the search begins a word of the text. A search without words (`?!`) finds nothing. */
export function finds(search: string, text: string): boolean {
  const wanted = wordsOf(search)
  if (wanted.length === 0) return false
  const words = wordsOf(text)
  return wanted.every(word => words.some(each => each.startsWith(word)))
}
