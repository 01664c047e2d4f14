import ipaddr from "ipaddr.js";
import type { Identify } from "../../access/identity/identifier.js";
import { ANONYMOUS, type Viewer } from "../../access/viewer.js";
import type { DoorSettings } from "../../platform/door-settings.js";
import type { Log } from "../../platform/log.js";
import { SignIns } from "./sign-ins.js";
import { Tally } from "./tally.js";

/** Requests a minute unless the settings say otherwise: a hundred a second, and nobody at work comes near. */
const PRESET = 6_000;

const THIS_MACHINE = /^(?:127\.|::1$)/;

/** Who asks, and the name under which that is counted. */
export interface Counted {
  readonly viewer: Viewer;
  readonly key: string;
}

/** Counts requests: people and programs each by themselves, wherever they are, and without a token the address. */
export class Rates {
  private readonly requests: Tally;
  private readonly signIns: SignIns;
  private readonly isFree: (address: string) => boolean;

  constructor(
    private readonly identify: Identify,
    { rateLimit, failedSignIns }: Pick<DoorSettings, "rateLimit" | "failedSignIns">,
    log: Pick<Log, "warn">,
  ) {
    // Who it is stands in no log: addresses are personal data. The proxy's own log knows them.
    this.requests = new Tally(rateLimit ?? PRESET, () =>
      log.warn("someone has reached the limit of requests a minute"),
    );
    const failures = new Tally(failedSignIns, () => log.warn("too many sign-ins have failed from one address"));
    this.signIns = new SignIns(identify, failures);
    // The newcomer, the tests and the bench are on this machine; a proxy is too, but then it says for whom it asks.
    this.isFree = (address) => rateLimit === 0 || (rateLimit === undefined && THIS_MACHINE.test(address));
  }

  /** Counts a request that needs nobody. Throws TooMany. */
  count(address: string): void {
    if (!this.isFree(address)) this.requests.count(addressKeyOf(address));
  }

  /** Counts a request and tells who asks. Throws TooMany, and what telling throws. */
  viewerOf(authorization: string | undefined, address: string): Counted | Promise<Counted> {
    if (authorization !== undefined) return this.signedIn(authorization, address);
    const anonymous = { viewer: ANONYMOUS, key: addressKeyOf(address) };
    if (!this.isFree(address)) this.requests.count(anonymous.key);
    return anonymous;
  }

  private async signedIn(authorization: string, address: string): Promise<Counted> {
    const from = addressKeyOf(address);
    const isFree = this.isFree(address);
    const viewer = await (isFree ? this.identify(authorization) : this.signIns.viewerOf(authorization, from));
    const key = `viewer ${viewer.subject ?? from}`;
    if (!isFree) this.requests.count(key);
    return { viewer, key };
  }
}

/** An address as it is counted: of IPv6 everyone has a whole net, /56 as providers give it. */
function addressKeyOf(address: string): string {
  if (!address.includes(":") || !ipaddr.isValid(address)) return address;
  return ipaddr.parse(address).toByteArray().slice(0, 7).join(":");
}
