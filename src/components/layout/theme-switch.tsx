import { THEME, THEME_NAMES } from "@/lib/strings/theme";
import { THEMES, type Theme } from "@/lib/theme";

export type ThemeChoice = { readonly theme: Theme; readonly choose: (form: FormData) => Promise<void> };

/** Light, dark or with more contrast, by a plain form. Not printed: paper is light. */
export function ThemeSwitch({ theme, choose }: ThemeChoice) {
  return (
    <form
      action={choose}
      aria-label={THEME.label}
      className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm print:hidden"
    >
      <span className="text-secondary">{THEME.label}</span>
      {THEMES.map((one) => (
        <button
          key={one}
          type="submit"
          name="theme"
          value={one}
          aria-pressed={one === theme}
          className={`min-h-6 cursor-pointer ${one === theme ? "font-semibold" : "text-accent hover:underline"}`}
        >
          {THEME_NAMES[one]}
        </button>
      ))}
    </form>
  );
}
