// @ts-check
// Imported before a program that has an `ipc` channel to its parent: when the parent is gone, even by kill -9, so is
// the program, at once, and its ports are free again.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.channel?.unref();
