export const SITE_SEARCH_ID = "site-search";
