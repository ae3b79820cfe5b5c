import { create } from 'zustand'
import { type Catalogue, english, type Key } from './en'
import { fill, type Values } from './text'

export const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español' } as const
export type Language = keyof typeof LANGUAGES

/** Read by `public/before-paint.js` too. */
const KEY = 'tasktalk.language'
const isLanguage = (value: unknown): value is Language => typeof value === 'string' && value in LANGUAGES

function preferred(): Language {
  const chosen = localStorage.getItem(KEY)
  if (isLanguage(chosen)) return chosen
  const known = navigator.languages.map(tag => tag.slice(0, 2).toLowerCase()).find(isLanguage)
  return known ?? 'en'
}

/** For Intl: the person's own variety of the page's language, such as `en-GB`, when the browser knows it. */
function localeFor(language: Language): string {
  return navigator.languages.find(tag => tag.toLowerCase().startsWith(language)) ?? language
}

const catalogues: Record<Language, () => Promise<Catalogue>> = {
  en: async () => english,
  de: async () => (await import('./de')).german,
  es: async () => (await import('./es')).spanish,
}

interface LanguageStore {
  language: Language
  locale: string
  catalogue: Catalogue
}
export const useLanguage = create<LanguageStore>(() => ({ language: 'en', locale: 'en', catalogue: english }))

/** Loads a language's texts and shows the page in it. */
async function show(language: Language) {
  const catalogue = await catalogues[language]()
  document.documentElement.lang = language
  useLanguage.setState({ language, locale: localeFor(language), catalogue })
}

/** Before the first rendering. Without its catalogue (offline), the page is in English. */
export const startLanguage = () => show(preferred()).catch(() => show('en'))

export async function setLanguage(language: Language) {
  await show(language)
  localStorage.setItem(KEY, language)
}

/** The text of a key in the page's language. */
export function text(key: Key, values: Values = {}): string {
  const { catalogue, locale } = useLanguage.getState()
  return fill(catalogue[key], values, locale)
}

/** The same for components, which are rendered anew when the language changes. */
export function useText(): typeof text {
  useLanguage(store => store.language)
  return text
}
