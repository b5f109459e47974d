import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { EditorAnswer, PreviewView } from "./editor-answer.ts";

/** A pause in typing after which the preview is made anew. Milliseconds. */
const PAUSE_MS = 400;

interface Asked {
  draft: { subject: string; body: string };
  language: string;
  isFull: boolean;
}

/** The draft as a mail, made by the server with the very code that sends; `first` until something changes. */
export function usePreview({ draft, language, isFull }: Asked, first: PreviewView): PreviewView {
  const { submit, data } = useFetcher<EditorAnswer>({ key: "mail-preview" });
  const asked = JSON.stringify({ intent: "preview", ...draft, language, isFull: isFull ? "yes" : "no" });
  const known = useRef(asked);
  useEffect(() => {
    if (known.current === asked) return undefined;
    const timer = setTimeout(() => {
      known.current = asked;
      submit(JSON.parse(asked) as Record<string, string>, { method: "post" });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [asked, submit]);
  return data?.kind === "preview" ? data.preview : first;
}
