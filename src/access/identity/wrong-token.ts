/** A token is wrong in a way that jose does not mind; `claim` says for the log what of it, never its value. */
export class WrongToken extends Error {
  override readonly name = "WrongToken";

  constructor(readonly claim: string) {
    super(`wrong ${claim}`);
  }
}
