import { createRequire } from "node:module";
import { join } from "node:path";
import { Duplex } from "node:stream";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { endsIdle } from "./ends-idle.ts";
import { lockFolder } from "./lock-folder.server.ts";

const TERMINATE = "X".charCodeAt(0);

// Text, not a file: it survives bundling. After a crash recovery PGlite re-arms PostgreSQL's start-up progress timer
// for ever, which would keep Node alive: the interval 0 switches that timer off.
const WORKER = `
const { parentPort, workerData } = require("node:worker_threads");
(async () => {
  const { PGlite } = await import(workerData.entry);
  const startParams = [...PGlite.defaultStartParams, "-c", "log_startup_progress_interval=0"];
  const loadDataDir = workerData.snapshot ? new Blob([workerData.snapshot]) : undefined;
  const engine = await PGlite.create({ dataDir: workerData.dataDir, startParams, loadDataDir });
  parentPort.on("message", async ({ id, bytes, dump }) => {
    try {
      if (dump) {
        const out = new Uint8Array(await (await engine.dumpDataDir("none")).arrayBuffer());
        parentPort.postMessage({ id, bytes: out }, [out.buffer]);
      } else if (bytes) {
        const out = Uint8Array.from(await engine.execProtocolRaw(bytes)); // PGlite hands out a view of its memory
        parentPort.postMessage({ id, bytes: out }, [out.buffer]);
      } else {
        await engine.close();
        parentPort.postMessage({ id });
        parentPort.close();
      }
    } catch (error) {
      parentPort.postMessage({ id, error: String((error && error.stack) || error) });
    }
  });
  parentPort.postMessage({ id: 0 });
})();
`;

interface Answer {
  id: number;
  bytes?: Uint8Array;
  error?: string;
}
interface Waiting {
  resolve: (bytes: Uint8Array | undefined) => void;
  reject: (error: Error) => void;
}

/** PostgreSQL compiled to WASM in a worker thread, one message of the wire protocol at a time. */
class Engine {
  readonly ready: Promise<unknown>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #dead: Error | undefined;
  #owners = 0;
  #tail: Promise<void> = Promise.resolve();

  constructor(dataDir: string, snapshot?: Uint8Array) {
    const entry = pathToFileURL(createRequire(import.meta.url).resolve("@electric-sql/pglite")).href;
    this.#worker = new Worker(WORKER, { eval: true, workerData: { dataDir, entry, snapshot } });
    this.ready = new Promise((resolve, reject) => this.#waiting.set(0, { resolve, reject }));
    this.#worker.on("message", (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      this.#rest();
      if (answer.error === undefined) waiting?.resolve(answer.bytes);
      else waiting?.reject(new Error(answer.error));
    });
    this.#worker.on("error", (error: Error) => {
      this.#die(error);
    });
    this.#worker.on("exit", () => {
      this.#die(this.#dead ?? new Error("the embedded database has stopped"));
    });
  }

  async execute(bytes: Uint8Array): Promise<Uint8Array> {
    return (await this.#send({ bytes })) ?? new Uint8Array();
  }

  async dump(): Promise<Uint8Array> {
    return (await this.#send({ dump: true })) ?? new Uint8Array();
  }

  async close(): Promise<void> {
    await this.#send({});
    await this.#worker.terminate();
  }

  /** PGlite is one backend: a "connection" owns it from its first message until the server says it is idle. */
  async acquire(): Promise<() => void> {
    this.#owners++;
    this.#worker.ref();
    const before = this.#tail;
    let release: () => void = () => undefined;
    this.#tail = new Promise((resolve) => {
      release = () => {
        this.#owners--;
        this.#rest();
        resolve();
      };
    });
    await before;
    return release;
  }

  #send(message: { bytes?: Uint8Array; dump?: boolean }): Promise<Uint8Array | undefined> {
    if (this.#dead) return Promise.reject(this.#dead);
    const id = this.#next++;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...message });
    });
  }

  #die(error: Error): void {
    this.#dead = error;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }

  // an idle database does not keep Node alive
  #rest(): void {
    if (this.#waiting.size === 0 && this.#owners === 0) this.#worker.unref();
  }
}

/** What the `pg` driver takes for a socket: it speaks the wire protocol to the engine in this process. */
class EngineStream extends Duplex {
  readonly #engine: Engine;
  #release: (() => void) | undefined;

  constructor(engine: Engine) {
    super({ allowHalfOpen: false });
    this.#engine = engine;
  }

  connect(): this {
    queueMicrotask(() => this.emit("connect"));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {
    // answers are pushed as they come
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#run(chunk).then(() => {
      done();
    }, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "", done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.#release) {
      done(error);
      return;
    }
    // dropped inside a transaction: roll back before another connection gets the backend
    const rolledBack = this.#engine.execute(simpleQuery("ROLLBACK"));
    void rolledBack
      .catch(() => undefined)
      .finally(() => {
        this.#free();
        done(error);
      });
  }

  async #run(message: Buffer): Promise<void> {
    if (message[0] === TERMINATE) {
      this.push(null); // not for the engine: all connections share its one backend
      return;
    }
    this.#release ??= await this.#engine.acquire();
    let idle = true;
    try {
      const bytes = await this.#engine.execute(message);
      const answer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      idle = endsIdle(answer);
      if (answer.length > 0) this.push(answer);
    } finally {
      if (idle) this.#free();
    }
  }

  #free(): void {
    this.#release?.();
    this.#release = undefined;
  }
}

function simpleQuery(sql: string): Buffer {
  const body = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head[0] = "Q".charCodeAt(0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** An embedded database: a factory of sockets for `pg`, a snapshot of all its files, and its end. */
export interface Embedded {
  stream: () => Duplex;
  snapshot: () => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/**
 * Opens the embedded database in `folder`, or in memory when `folder` is undefined (then from `snapshot`, if given).
 * Throws `FolderInUse` when another process holds the folder: PGlite itself would lose rows.
 */
export async function openEmbedded(folder?: string, snapshot?: Uint8Array): Promise<Embedded> {
  const unlock = folder === undefined ? () => undefined : lockFolder(folder);
  try {
    const engine = new Engine(folder === undefined ? "memory://" : join(folder, "postgresql"), snapshot);
    await engine.ready;
    return {
      stream: () => new EngineStream(engine),
      snapshot: () => engine.dump(),
      close: async () => {
        await engine.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
