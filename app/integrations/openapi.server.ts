import { z } from "zod";
import { REQUEST_STATUSES } from "../law/requests.ts";
import { API_PAGE, API_PROBLEM, API_REQUEST, API_REQUEST_DETAIL } from "./api-shapes.server.ts";
import { EVENTS } from "./events.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (description: string, schema: object) => ({ description, content: { "application/json": { schema } } });
const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ref("Problem") } },
});
const REFUSALS = {
  "401": problem("No token, or one that is not known."),
  "429": problem("Too many calls: `Retry-After` says for how many seconds to wait."),
};
const id = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };

/** Every path of the API, as its routes answer. */
const PATHS = {
  "/api/v1/requests": {
    get: {
      summary: "The store's requests by deadline, the nearest first; persons masked.",
      parameters: [
        { name: "status", in: "query", schema: { type: "string", enum: [...REQUEST_STATUSES] } },
        { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100, default: 25 } },
        { name: "after", in: "query", schema: { type: "string" }, description: "`next` of the page before." },
      ],
      responses: {
        "200": json("A page.", ref("RequestPage")),
        "400": problem("A parameter makes no sense."),
        ...REFUSALS,
      },
    },
  },
  "/api/v1/requests/{id}": {
    get: {
      summary: "One request with its systems.",
      parameters: [id],
      responses: { "200": json("The request.", ref("RequestDetail")), "404": problem("No such request."), ...REFUSALS },
    },
  },
  "/api/v1/requests/{id}/certificate": {
    get: {
      summary: "The signed certificate of a request that has ended, to be checked with verify.mjs.",
      parameters: [id],
      responses: {
        "200": json("The certificate.", { type: "object" }),
        "404": problem("No such request, or it has not ended."),
        ...REFUSALS,
      },
    },
  },
} as const;

const EVENT = {
  post: {
    summary: "A change of a request, signed as Standard Webhooks are; answer 2xx within ten seconds.",
    description: "Sent in order, at least once: the same `webhook-id` is the same change.",
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: {
            type: "object",
            required: ["type", "timestamp", "data"],
            properties: {
              type: { type: "string", enum: [...EVENTS] },
              timestamp: { type: "string", format: "date-time" },
              data: {
                type: "object",
                required: ["shop", "request", "facts", "evidence"],
                properties: {
                  shop: { type: "string" },
                  request: { type: "string", format: "uuid" },
                  facts: { type: "object" },
                  evidence: { type: "object", required: ["seq"], properties: { seq: { type: "integer" } } },
                },
              },
            },
          },
        },
      },
    },
    responses: { "2XX": { description: "Taken." } },
  },
} as const;

/** The API and the events of Candor as OpenAPI 3.1, made from the shapes that its answers are held to. */
export function openApi(): object {
  const schemas = z.registry<{ id: string }>();
  for (const shape of [API_REQUEST, API_REQUEST_DETAIL, API_PAGE, API_PROBLEM])
    schemas.add(shape, { id: shape.meta()?.id ?? "" });
  const { schemas: made } = z.toJSONSchema(schemas, { uri: (name) => `#/components/schemas/${name}` });
  const plain = Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _draft, $id: _id, ...schema }]) => [name, schema]),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Candor",
      version: "1",
      description: "Reads a store's privacy requests, for the store's own tools. Nobody is named; nothing is changed.",
    },
    security: [{ token: [] }],
    paths: PATHS,
    webhooks: { "request.*": EVENT },
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "Made by an owner in Settings." } },
      schemas: plain,
    },
  };
}
