import type { tasks as english } from '../en/tasks'
import type { Translation } from '../text'

export const tasks: Translation<typeof english> = {}
