import { openapiDocument } from "@/server/api/openapi-document";

export const dynamic = "force-static";

/** GET: the OpenAPI 3.1 description of everything under /api/v1. Open to anyone. */
export function GET(): Response {
  return Response.json(openapiDocument());
}
