export interface ZoneGroup {
  /** `Europe`; empty for zones without a region, such as UTC. */
  region: string
  zones: { id: string; city: string }[]
}

/** Zones by region, each with its city as people write it. `more` are added when the browser does not list them. */
export function groupZones(known: readonly string[], more: readonly string[]): ZoneGroup[] {
  const groups = new Map<string, ZoneGroup>()
  for (const id of [...new Set([...known, ...more, 'UTC'])].filter(Boolean).sort()) {
    const slash = id.indexOf('/')
    const region = slash < 0 ? '' : id.slice(0, slash)
    const city = id
      .slice(slash + 1)
      .replaceAll('_', ' ')
      .replaceAll('/', ', ')
    const group = groups.get(region) ?? { region, zones: [] }
    group.zones.push({ id, city })
    groups.set(region, group)
  }
  return [...groups.values()].sort((a, b) => Number(!a.region) - Number(!b.region))
}
