import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from "node:http";

/** Headers as names and values in turn, or by name. */
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * An answer with headers that it carries whatever it says. They are written together with those of `writeHead`: setting each by
 * itself takes a tenth of the time of an answer that is kept (decision 17).
 */
export class DataResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  private carried: readonly string[] = [];
  /** Asked when the answer begins: whether its connection ends with it. */
  isLast: () => boolean = never;

  /** Takes headers along, names and values in turn, none of them twice. */
  carry(headers: readonly string[]): void {
    this.carried = [...this.carried, ...headers];
  }

  /** Writes what it carries also when Express has made an answer of its own kind of it, which knows no other method of this class. */
  keepWriting(): void {
    this.writeHead = (status: number, ...rest: [string?, Headers?] | [Headers?]) =>
      DataResponse.prototype.writeHead.call(this, status, ...rest) as this;
  }

  override getHeader(name: string): ReturnType<ServerResponse["getHeader"]> {
    const place = this.carried.findIndex((each) => each.toLowerCase() === name.toLowerCase());
    return super.getHeader(name) ?? this.carried[place + 1 || Infinity];
  }

  override writeHead(status: number, ...rest: [string?, Headers?] | [Headers?]): this {
    const [given] = rest;
    if (this.isLast() && !this.carried.includes("Connection")) this.carried = [...this.carried, "Connection", "close"];
    // Node writes an array as it is only where no header has been set by itself.
    if (typeof given !== "string" && this.getHeaderNames().length === 0)
      return super.writeHead(status, [...this.carried, ...inTurn(given)]);
    for (let at = 0; at < this.carried.length; at += 2) this.setHeader(this.carried[at]!, this.carried[at + 1]!);
    return super.writeHead(status, ...(rest as [Headers?]));
  }
}

const never = (): boolean => false;

const inTurn = (headers: Headers = []): OutgoingHttpHeader[] =>
  Array.isArray(headers)
    ? headers
    : Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, value]));
