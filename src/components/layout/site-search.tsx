import { SEARCH } from "@/lib/strings/search";
import { SITE_SEARCH_ID } from "./site-search-id";

/** A plain GET form: Enter is its button. */
export function SiteSearch() {
  return (
    <search className="max-sm:grow">
      <form action="/search">
        <input
          id={SITE_SEARCH_ID}
          type="search"
          name="q"
          maxLength={100}
          aria-label={SEARCH.label}
          placeholder={SEARCH.placeholder}
          className="field w-64 text-sm max-sm:w-full"
        />
      </form>
    </search>
  );
}
