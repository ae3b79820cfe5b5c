import { json, send } from '../../api/http'

/** Personal access tokens, for agents and scripts. */
export const SCOPES = ['tasks:read', 'tasks:write', 'tasks:delete'] as const
export type Scope = (typeof SCOPES)[number]
export const LIFETIMES = ['7d', '30d', '90d', '1y'] as const
export type Lifetime = (typeof LIFETIMES)[number]

export interface Token {
  id: string
  name: string
  /** How it begins, to recognise it by. */
  prefix: string
  scopes: Scope[]
  created_at: string
  expires_at: string | null
  last_used_at?: string | null
}
/** A token just made: the only time that its text is told. */
export type CreatedToken = Token & { token: string }

const PATH = '/api/me/tokens'

export const listTokens = async () => (await json<{ tokens: Token[] }>('GET', PATH)).tokens
export const createToken = (token: { name: string; scopes: Scope[]; expires_in: Lifetime }) =>
  json<CreatedToken>('POST', PATH, { body: token })
export const revokeToken = (id: string) => send('DELETE', `${PATH}/${id}`)
