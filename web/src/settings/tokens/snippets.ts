/** What to paste where, so that an agent works on this list through MCP. Names of programs are not translated. */
export interface Snippet {
  name: string
  /** The file it belongs in; none for a command. */
  file?: string
  text: (origin: string, token: string) => string
}

const pretty = (value: unknown) => JSON.stringify(value, null, 2)

export const SNIPPETS: readonly Snippet[] = [
  {
    name: 'Claude Code',
    text: (origin, token) =>
      `claude mcp add --transport http tasktalk ${origin}/mcp --header "Authorization: Bearer ${token}"`,
  },
  {
    name: 'Cursor',
    file: '~/.cursor/mcp.json',
    text: (origin, token) =>
      pretty({
        mcpServers: { tasktalk: { url: `${origin}/mcp`, headers: { Authorization: `Bearer ${token}` } } },
      }),
  },
  {
    name: 'VS Code',
    file: '.vscode/mcp.json',
    // VS Code asks for the token once and keeps it: the file can be shared.
    text: origin =>
      pretty({
        inputs: [{ id: 'tasktalk', type: 'promptString', description: 'Tasktalk token', password: true }],
        servers: {
          tasktalk: {
            type: 'http',
            url: `${origin}/mcp`,
            // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own placeholder
            headers: { Authorization: 'Bearer ${input:tasktalk}' },
          },
        },
      }),
  },
  {
    name: 'curl',
    text: (origin, token) => `curl ${origin}/api/me/tasks -H "Authorization: Bearer ${token}"`,
  },
]
