import type { IncomingMessage, ServerResponse } from "node:http";
import { readFields, redirect, sendHtml, sendJson, serve, type Listening } from "../http/serve.ts";
import { answerGoogle } from "./google.ts";
import { answerKlaviyo } from "./klaviyo.ts";
import { answerMailchimp } from "./mailchimp.ts";
import { isMood } from "./mood.ts";
import { fillProcessors, isProcessor, setMood, type Processors } from "./processors.ts";
import { processorsPage } from "./processors-page.ts";
import { answerReceiver } from "./receiver.ts";

/** The stand-in's own page and API on this port. */
async function answerOwn(
  processors: Processors,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  switch (`${request.method ?? ""} ${url.pathname}`) {
    case "GET /":
      sendHtml(response, processorsPage(processors));
      return;
    case "GET /processors.json":
      sendJson(response, processors);
      return;
    case "POST /fill":
      fillProcessors(processors);
      sendJson(response, { filled: true });
      return;
    case "POST /mood":
      await changeMood(processors, request, response);
      return;
    default:
      response.writeHead(404).end();
  }
}

async function changeMood(processors: Processors, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { processor, mood, calls } = await readFields(request);
  const [name, how] = [String(processor), String(mood)];
  if (!isProcessor(name) || !isMood(how)) {
    sendJson(response, { error: "Name a processor and a mood" }, 400);
    return;
  }
  setMood(processors, name, { name: how, ...(calls !== undefined && { calls: Number(calls) }) });
  if (request.headers["content-type"]?.includes("json") === true) sendJson(response, processors[name].mood);
  else redirect(response, "/");
}

/**
 * The servers of other companies that hold persons' data, on one port: the host that `x-standin-host` names decides which
 * of them answers; the reference receiver of the protocol is at `/receiver`, the stand-in's page at `/`.
 */
export async function serveProcessors(
  port: number,
  processors: () => Processors,
  changed: () => void = () => undefined,
): Promise<Listening> {
  return serve(port, async (request, response, url) => {
    const all = processors();
    const host = String(request.headers["x-standin-host"] ?? "");
    if (host === "a.klaviyo.com") await answerKlaviyo(all.klaviyo, request, response, url);
    else if (host.endsWith(".mailchimp.com")) await answerMailchimp(all.mailchimp, request, response, { url, host });
    else if (host.endsWith(".googleapis.com")) await answerGoogle(all.google, request, response, { url, host });
    else if (url.pathname === "/receiver") await answerReceiver(all.receiver, request, response);
    else await answerOwn(all, request, response, url);
    changed();
  });
}
