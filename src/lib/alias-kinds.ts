/** What a source may call otherwise than we do. */
export const ALIAS_KINDS = ["unit", "procedure", "status"] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];
