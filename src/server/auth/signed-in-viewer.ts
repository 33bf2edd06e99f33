import "server-only";
import type { Viewer } from "@/lib/access/viewer";

/** A viewer who came through the login, with what the page's head says of them. */
export type SignedInViewer = Viewer & {
  readonly userId: number;
  readonly username: string;
  readonly displayName: string;
  readonly unitName: string;
  readonly isDemo: boolean;
};
