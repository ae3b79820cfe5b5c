/** One text of a catalogue; with a plural, the form is chosen by `count`. `{name}` is filled in. */
export type Text = string | { one: string; other: string }
/** A translation of a catalogue: the same keys, texts of the same kind. */
export type Translation<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : { one: string; other: string }
}
export type Values = Readonly<Record<string, string | number>>

/** Fills in a text. */
export function fill(text: Text, values: Values, locale: string): string {
  const chosen =
    typeof text === 'string'
      ? text
      : new Intl.PluralRules(locale).select(Number(values.count)) === 'one'
        ? text.one
        : text.other
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value
  })
}
