import "server-only";
import { cache } from "react";
import { now } from "../clock";
import { loadViewer } from "./load-viewer";
import { readSessionCookie } from "./session-cookie";
import type { SignedInViewer } from "./signed-in-viewer";

/** Whoever makes this request, checked against the database once per request; null when not signed in. */
export const findViewer = cache(async (): Promise<SignedInViewer | null> => {
  const secret = await readSessionCookie();
  return secret === null ? null : loadViewer(secret, now());
});
