import { isDatabaseUp } from "@/server/is-database-up";

export const dynamic = "force-dynamic";

/** GET: 200 {"status":"up"} while the database answers, 503 {"status":"down"} otherwise. Open to anyone. */
export async function GET(): Promise<Response> {
  const up = await isDatabaseUp();
  return Response.json(
    { status: up ? "up" : "down" },
    { status: up ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
