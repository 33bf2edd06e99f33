/** How the screen is drawn; system: as the reader's machine asks for. Paper is always light. */
export const THEMES = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];

/** Holds a theme other than `system`; `draw-message-pages.mjs` reads it too. */
export const THEME_COOKIE = "theme";

/** What a cookie or a form names; whatever is none of ours is `system`. */
export function parseTheme(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
