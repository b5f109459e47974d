import { afterAll, beforeAll, beforeEach } from "vitest";
import { serveMailbox } from "../../standin/mailbox/serve-mailbox.ts";
import { settings, useSettings } from "../env.server.ts";
import { closeMailServer } from "./smtp.server.ts";

/** A mail as the test mailbox got it. */
export interface Received {
  to: string;
  subject: string;
  text: string;
  html: string;
  from: string;
  replyTo: string;
  messageId: string;
  language: string;
}

/** Gives the tests of a file a mail server of their own, named in the settings; call it after `useTestStores`. */
export function useTestMailbox() {
  let box: Awaited<ReturnType<typeof serveMailbox>> | undefined;
  const address = () => `http://127.0.0.1:${String(box?.page.port)}/messages.json`;
  const serverUrl = () => `smtp://127.0.0.1:${String(box?.smtp)}`;
  const connect = (url: string | undefined) => {
    useSettings({ ...settings(), mail: url === undefined ? undefined : { serverUrl: url, from: "privacy@mail.test" } });
  };
  beforeAll(async () => {
    box = await serveMailbox({ page: 0, smtp: 0 });
  });
  beforeEach(async () => {
    connect(serverUrl());
    await fetch(address(), { method: "DELETE" });
  });
  afterAll(async () => {
    closeMailServer();
    await box?.close();
  });
  return {
    /** All mails so far, newest last. */
    received: async () => (await (await fetch(address())).json()) as Received[],
    /** Names another mail server, or none. */
    connect,
  };
}
