import { redirect } from "next/navigation";
import { requireViewer } from "@/server/auth/require-viewer";

/** The province compares its units; everyone else begins with their own. */
export default async function HomePage() {
  const viewer = await requireViewer();
  redirect(viewer.scopePath === "/" ? "/ranking" : `/units/${viewer.unitId}`);
}
