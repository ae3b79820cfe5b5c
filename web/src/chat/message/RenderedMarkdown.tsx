import { memo } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkBreaks from 'remark-breaks'
import remarkGfm from 'remark-gfm'
import { text as say } from '../../i18n/language'

/**
 * Markdown as React elements: HTML in it is shown as text or left out, never parsed; links with other schemes than the
 * web's and mail's lose their target; pictures become links, so that no other host learns that someone reads this.
 */
const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={href}>
      {children}
      <span aria-hidden="true"> ↗</span>
      <span className="visually-hidden"> ({say('chat.linkOut')})</span>
    </a>
  ),
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noopener noreferrer nofollow">
      {alt || say('chat.picture')}
      <span aria-hidden="true"> ↗</span>
    </a>
  ),
  input: ({ checked }) => <span>{checked ? '☑' : '☐'}</span>,
}

const plugins = [remarkGfm, remarkBreaks]

const RenderedMarkdown = memo(({ text }: { text: string }) => (
  <ReactMarkdown skipHtml={false} remarkPlugins={plugins} components={components}>
    {text}
  </ReactMarkdown>
))
export default RenderedMarkdown
