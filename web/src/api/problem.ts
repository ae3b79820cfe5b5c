/** The server answered with an error: a problem document (RFC 9457). */
export class ApiError extends Error {
  override name = 'ApiError'
  constructor(
    readonly status: number,
    /** A stable word for programs. */
    readonly code: string,
    /** A sentence for a person: what went wrong and what to do. */
    readonly detail: string,
    /** What is wrong with single fields of the request. */
    readonly fields: Readonly<Record<string, string>> = {},
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(detail)
  }
}

/** The server was not reached. Whether it got the request is not known. */
export class UnreachableError extends Error {
  override name = 'UnreachableError'
  constructor(cause?: unknown) {
    super('The server was not reached.', { cause })
  }
}

interface ProblemDocument {
  code?: string
  detail?: string
  title?: string
  errors?: { field: string; message: string }[]
}

/** What an answer that is no success says. A proxy's page in HTML becomes a plain sentence. */
export async function problemOf(response: Response): Promise<ApiError> {
  const document = await response.json().catch((): ProblemDocument => ({}))
  const problem: ProblemDocument = typeof document === 'object' && document ? document : {}
  const fields = Object.fromEntries((problem.errors ?? []).map(error => [error.field, error.message]))
  const retry = Number(response.headers.get('retry-after'))
  return new ApiError(
    response.status,
    problem.code ?? `http_${response.status}`,
    problem.detail ?? problem.title ?? `HTTP ${response.status}`,
    fields,
    Number.isFinite(retry) && retry > 0 ? retry : null,
  )
}
