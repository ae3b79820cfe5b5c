/** A reply as a screen reader should say it: without the marks of Markdown and the pictures of the tools. */
export function spoken(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`|~~)/g, '')
    .replace(/^#{1,6} /gm, '')
    .replace(/\p{Extended_Pictographic}\uFE0F?/gu, '')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/^ +/gm, '')
    .trim()
}
