/** Escaped punctuation, links and pictures, the marks of emphasis and code, and those of headings. */
const MARKS = /\\([!-/:-@[-`{-~])|!?\[([^\]]*)\]\(([^)\s]*)\)|\*\*|__|~~|`|^#{1,6} /gm

/** Markdown as text for other programs: its words and signs without the marks, a link with its address behind it. */
export function plainText(markdown: string): string {
  return markdown
    .replace(MARKS, (_, escaped?: string, words?: string, address?: string) => {
      if (escaped !== undefined) return escaped
      if (words === undefined) return ''
      return words === address || !address ? words : `${words} (${address})`
    })
    .trim()
}
