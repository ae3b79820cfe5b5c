import { problemOf, UnreachableError } from './problem'
import { accessToken } from './session'

export interface RequestOptions {
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
  /** The request outlives the page. */
  keepalive?: boolean
}

/**
 * Sends one request as the signed-in person. A token that the server refuses is renewed once.
 * @throws ApiError for every answer that is no success, UnreachableError when there was none.
 */
export async function send(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
  const token = await accessToken()
  let response = await attempt(method, path, options, token)
  if (response.status === 401) response = await attempt(method, path, options, await accessToken(token))
  if (!response.ok) throw await problemOf(response)
  return response
}

/** The same, for answers in JSON. */
export async function json<T>(method: string, path: string, options?: RequestOptions): Promise<T> {
  return (await send(method, path, options)).json() as Promise<T>
}

async function attempt(method: string, path: string, options: RequestOptions, token: string) {
  const { body, headers, signal, keepalive = false } = options
  try {
    return await fetch(path, {
      method,
      keepalive,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new UnreachableError(cause)
  }
}

/** `?a=1&b=2`, without what is undefined or empty. */
export function query(parameters: object): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text && `?${text}`
}
