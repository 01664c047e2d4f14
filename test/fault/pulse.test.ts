import { expect, test } from "@jest/globals";
import { Pulse } from "../../src/platform/database/outage/pulse.js";
import { until } from "./world/watch.js";

const LOST = new Error("Query read timeout");

/** A server that answers looks only when it is told to. */
function server() {
  const state = { answers: false, looks: 0 };
  const look = () => {
    state.looks++;
    return state.answers ? Promise.resolve() : Promise.reject(new Error("no answer"));
  };
  return Object.assign(state, { pulse: new Pulse(look) });
}

const isSilent = (pulse: Pulse): boolean => {
  try {
    pulse.check();
    return false;
  } catch {
    return true;
  }
};

test("who asks a silent server is refused at once, until a look finds it again", async () => {
  const frozen = server();
  frozen.pulse.lost(LOST);

  expect(isSilent(frozen.pulse)).toBe(true);
  await until(() => frozen.looks > 2);
  expect(isSilent(frozen.pulse)).toBe(true);
  frozen.answers = true;
  await until(() => !isSilent(frozen.pulse));
});

test("a server that answers others is slow, not silent", () => {
  const busy = server();
  busy.pulse.lives();
  busy.pulse.lost(LOST);

  expect(isSilent(busy.pulse)).toBe(false);
  expect(busy.looks).toBe(0);
});

test("any answer ends the silence", () => {
  const back = server();
  back.pulse.lost(LOST);
  back.pulse.lives();

  expect(isSilent(back.pulse)).toBe(false);
});

test("a server in doubt is called silent only when a look finds no answer", async () => {
  const well = server();
  well.answers = true;
  await well.pulse.doubt(LOST);
  expect([isSilent(well.pulse), well.looks]).toEqual([false, 1]);

  const frozen = server();
  await frozen.pulse.doubt(LOST);
  expect(isSilent(frozen.pulse)).toBe(true);
});
