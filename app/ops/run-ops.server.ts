/** Runs one command of the operator's command line; answers the exit code. */
export function runOps(_args: string[]): Promise<number> {
  process.stderr.write("The command line is being built.\n");
  return Promise.resolve(1);
}

/** Lets the command line ask this process, where only one process can hold the database. */
export function answerOps(): Promise<{ close(): Promise<void> }> {
  return Promise.resolve({ close: () => Promise.resolve() });
}
