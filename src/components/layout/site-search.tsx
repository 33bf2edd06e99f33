import { SEARCH } from "@/lib/strings/search";

export const SITE_SEARCH_ID = "site-search";

/** A plain GET form: Enter is its button. */
export function SiteSearch() {
  return (
    <search>
      <form action="/search">
        <input
          id={SITE_SEARCH_ID}
          type="search"
          name="q"
          maxLength={100}
          aria-label={SEARCH.label}
          placeholder={SEARCH.placeholder}
          className="field w-36 text-sm focus:w-64"
        />
      </form>
    </search>
  );
}
