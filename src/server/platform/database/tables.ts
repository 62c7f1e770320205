/** Every table, by `schema.table`. Each room's generated `tables.ts` adds its own by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface Tables {}
