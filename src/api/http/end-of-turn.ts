let turn: Promise<void> | undefined;

/**
 * Resolves when this turn of the event loop ends, for all who wait in it together. Answers that become ready in one turn leave one
 * right after the other then: a write that wakes the reader in between costs more than a small question does (decision 16). Where
 * nothing else is to be done, the turn ends at once.
 */
export const endOfTurn = (): Promise<void> =>
  (turn ??= new Promise((resolve) =>
    setImmediate(() => {
      turn = undefined;
      resolve();
    }),
  ));
