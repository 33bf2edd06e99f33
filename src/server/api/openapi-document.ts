import "server-only";
import { z } from "zod";
import { RANKING_LEVELS } from "@/lib/filters";
import { FORMULA_IDS } from "@/lib/sla";
import { API } from "@/lib/strings/api";
import { describedBodySchema, receivedSchema } from "./dossiers-contract";
import { errorSchema } from "./error-contract";
import { rankingSchema } from "./ranking-contract";

type Status = keyof typeof API.statuses;
type JsonObject = Readonly<Record<string, unknown>>;

const JSON_TYPE = "application/json";
const VERSION = "1";
/** As browsers hold it behind https. */
const SESSION_COOKIE = "__Host-dung-hen.session";

/** The statuses that each operation answers with, and the shape of its good answer. */
export const OPERATIONS = {
  "POST /api/v1/dossiers": [200, 400, 401, 409, 413, 422, 429, 503],
  "GET /api/v1/ranking": [200, 400, 401, 404],
  "GET /api/v1/openapi.json": [200],
} as const satisfies Readonly<Record<string, readonly Status[]>>;

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io });
  return rest;
}

function reference(name: string): JsonObject {
  return { content: { [JSON_TYPE]: { schema: { $ref: `#/components/schemas/${name}` } } } };
}

function responses(statuses: readonly Status[], good: JsonObject): JsonObject {
  const entries = statuses.map((status) => [
    String(status),
    { description: API.statuses[status], ...(status === 200 ? good : reference("Error")) },
  ]);
  return Object.fromEntries(entries);
}

function query(name: string, required: boolean, schema: JsonObject): JsonObject {
  return { name, in: "query", required, schema };
}

const DAY = { type: "string", format: "date" };

/** OpenAPI 3.1 of everything under /api/v1, from the schemas that the handlers read and answer with. */
export function openapiDocument(): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: API.title, description: API.description, version: VERSION },
    paths: {
      "/api/v1/dossiers": {
        post: {
          operationId: "receiveDossiers",
          summary: API.receive,
          description: API.receiveDetails,
          security: [{ token: [] }],
          parameters: [
            {
              name: "Idempotency-Key",
              in: "header",
              required: false,
              description: API.key,
              schema: { type: "string" },
            },
          ],
          requestBody: { required: true, ...reference("Dossiers") },
          responses: responses(OPERATIONS["POST /api/v1/dossiers"], reference("Received")),
        },
      },
      "/api/v1/ranking": {
        get: {
          operationId: "getRanking",
          summary: API.ranking,
          security: [{ session: [] }],
          parameters: [
            query("unit", true, { type: "string" }),
            query("level", true, { type: "string", enum: RANKING_LEVELS }),
            query("from", true, DAY),
            query("to", true, DAY),
            query("formula", false, { type: "string", enum: FORMULA_IDS, default: FORMULA_IDS[0] }),
            query("target", false, { type: "string", default: "95" }),
          ],
          responses: responses(OPERATIONS["GET /api/v1/ranking"], reference("Ranking")),
        },
      },
      "/api/v1/openapi.json": {
        get: {
          operationId: "getDescription",
          summary: API.openapi,
          security: [],
          responses: responses(OPERATIONS["GET /api/v1/openapi.json"], {
            content: { [JSON_TYPE]: { schema: { type: "object" } } },
          }),
        },
      },
    },
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: API.token },
        session: { type: "apiKey", in: "cookie", name: SESSION_COOKIE, description: API.cookie },
      },
      schemas: {
        Dossiers: schemaOf(describedBodySchema, "input"),
        Received: schemaOf(receivedSchema, "output"),
        Ranking: schemaOf(rankingSchema, "output"),
        Error: schemaOf(errorSchema, "output"),
      },
    },
  };
}
