/** A reason not to start that the operator can act on: `message` is one clear sentence without stack, SQL or password; main prints it and exits with 1. */
export class StartError extends Error {
  override readonly name = "StartError";
}
