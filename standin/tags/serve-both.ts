import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createTcpServer, type Socket } from "node:net";
import { listenOn, requestListener, type Handler } from "../http/serve.ts";
import { selfSigned } from "./self-signed.ts";

/** The first byte of a TLS handshake (RFC 8446, 5.1). */
const HANDSHAKE = 22;

/** A server that speaks HTTP and HTTPS on one port. */
export interface BothListening {
  port: number;
  close(): Promise<void>;
}

/** Serves both on one port of 127.0.0.1; `contacted` is told each name that a TLS connection was opened for. */
export async function serveBoth(
  port: number,
  handler: Handler,
  contacted: (host: string) => void,
): Promise<BothListening> {
  const plain = createServer(requestListener(handler));
  const secure = createTlsServer(selfSigned(), requestListener(handler));
  secure.on("secureConnection", (socket) => {
    if (typeof socket.servername === "string") contacted(socket.servername);
  });
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A browser that goes away in the middle of a handshake is no news.
    socket.on("error", () => socket.destroy());
    socket.once("data", (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === HANDSHAKE ? secure : plain).emit("connection", socket);
      process.nextTick(() => socket.resume());
    });
  });
  return {
    port: await listenOn(server, port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}
