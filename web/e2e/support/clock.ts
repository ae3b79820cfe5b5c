/** A Friday, 10:00 in Berlin: where the clocks of server and browser start, so that no test knows what day it is. */
export const NOW = '2026-11-27T09:00:00Z'

/** Where server and browser are. */
export const ZONE = 'Europe/Berlin'
