// Someone with an account, whose list a test can set up without the page.
import { type APIRequestContext, type BrowserContext, expect } from '@playwright/test'
import type { Server } from './server.ts'

export const PASSWORD = 'correct horse battery'

export interface TaskOptions {
  due?: unknown
  priority?: string
  tags?: string[]
  description?: string
}

/** A person, signed in in one browser. */
export class Person {
  readonly email: string
  readonly #request: APIRequestContext
  readonly #token: string

  private constructor(email: string, request: APIRequestContext, token: string) {
    this.email = email
    this.#request = request
    this.#token = token
  }

  /** Makes the account as the page would, so that the browser has its cookie. */
  static async signUp(context: BrowserContext, server: Server, name: string): Promise<Person> {
    const email = `${name}@example.com`
    const answer = await context.request.post(`${server.url}/api/auth/signup`, {
      headers: { origin: server.url },
      data: { email, password: PASSWORD, name, timezone: 'Europe/Berlin' },
    })
    expect(answer.status()).toBe(201)
    return new Person(email, context.request, (await answer.json()).access_token)
  }

  /** Adds a task over HTTP, as another program of theirs would. */
  async adds(title: string, options: TaskOptions = {}): Promise<{ id: number }> {
    return this.#send('post', '/api/me/tasks', { title, ...options })
  }

  /** Puts a task into the trash, as another program of theirs would. */
  async deletes(id: number): Promise<void> {
    await this.#send('delete', `/api/me/tasks/${id}`)
  }

  /** Says something over HTTP, as another program of theirs would. */
  async says(message: string, conversation?: string): Promise<{ conversation_id: string; response: string }> {
    const body = conversation ? { message, conversation_id: conversation } : { message }
    return this.#send('post', '/api/me/chat', body)
  }

  /** Changes their profile. */
  async sets(profile: unknown): Promise<void> {
    await this.#send('patch', '/api/me', profile)
  }

  /** The titles on their list. */
  async titles(query = ''): Promise<string[]> {
    const { tasks } = await this.#send('get', `/api/me/tasks${query}`)
    return tasks.map((task: { title: string }) => task.title)
  }

  /** The titles of the reminders that were told and wait for an answer. */
  async reminded(): Promise<string[]> {
    const { reminders } = await this.#send('get', '/api/me/reminders')
    return reminders.map((reminder: { title: string }) => reminder.title)
  }

  // biome-ignore lint/suspicious/noExplicitAny: what comes back is the API's business, and a test reads what it needs.
  async #send(method: 'get' | 'post' | 'patch' | 'delete', path: string, data?: unknown): Promise<any> {
    const answer = await this.#request[method](path, {
      headers: { authorization: `Bearer ${this.#token}` },
      ...(data === undefined ? {} : { data }),
    })
    expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return answer.status() === 204 ? undefined : answer.json()
  }
}
