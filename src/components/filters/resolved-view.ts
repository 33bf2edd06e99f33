import type { View } from "@/lib/filters";
import type { Period } from "@/lib/period";

/** What a page shows, after its defaults were filled in. */
export type ResolvedView = Period & Pick<View, "formula" | "target">;
