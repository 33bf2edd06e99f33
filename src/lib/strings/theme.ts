import type { Theme } from "../theme";

export const THEME = { label: "Giao diện" } as const;

export const THEME_NAMES: Readonly<Record<Theme, string>> = {
  system: "Theo máy",
  light: "Sáng",
  dark: "Tối",
  contrast: "Tương phản cao",
};
