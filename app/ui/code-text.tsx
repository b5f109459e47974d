import type { ReactNode } from "react";

/** An id, a hash or a command: in equal letters, broken anywhere, whole for whoever copies it. */
export function CodeText({ children }: { children: ReactNode }) {
  return (
    <code style={{ fontFamily: "var(--p-font-family-mono)", fontSize: "0.75rem", overflowWrap: "anywhere" }}>
      {children}
    </code>
  );
}
