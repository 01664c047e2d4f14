import { KeyObject } from "node:crypto";
import {
  adminClaims,
  type Listener,
  type NamedKey,
  newKey,
  signed,
  type TestProvider,
  testProvider,
} from "./provider.js";

/** All that a forger could have: the provider and its keys, keys of their own, and an address that must never be asked. */
export interface Forger {
  readonly provider: TestProvider;
  readonly trap: Listener;
  readonly rsa: NamedKey;
  readonly curve: NamedKey;
  readonly edwards: NamedKey;
  /** Keys of the forger's own, under the names of the provider's. */
  readonly own: { readonly rsa: NamedKey; readonly curve: NamedKey; readonly edwards: NamedKey };
  /** What an honest token says, but for these claims; undefined takes one out. */
  claims(change?: object): Record<string, unknown>;
  /** Signed by the provider itself, with these claims and this in the header. */
  issued(change?: object, header?: object): Promise<string>;
}

/** A provider with a key of every sort, and a forger beside it. */
export async function forgerWith(trap: Listener): Promise<Forger> {
  const [rsa, curve, edwards] = await threeKeys();
  const [ownRsa, ownCurve, ownEdwards] = await threeKeys();
  const provider = await testProvider([rsa, curve, edwards]);
  const claims = (change: object = {}) => ({ ...adminClaims(provider.url), ...change });
  return {
    provider,
    trap,
    rsa,
    curve,
    edwards,
    own: { rsa: ownRsa, curve: ownCurve, edwards: ownEdwards },
    claims,
    issued: (change, header) => signed(claims(change), rsa, header),
  };
}

const threeKeys = () =>
  Promise.all([newKey("RS256", "rsa-1"), newKey("ES256", "curve-1"), newKey("EdDSA", "edwards-1")]);

/** The key as node:crypto takes it, to sign what jose would not. */
export const rawKey = ({ privateKey }: NamedKey): KeyObject => KeyObject.from(privateKey);
