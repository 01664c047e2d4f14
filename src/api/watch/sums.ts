/**
 * Sums by label, kept until a counter takes them. A counter checks its labels and looks for its value each time; requests come far more
 * often than somebody who reads the figures.
 */
export class Sums {
  private sums = new Map<string, number>();

  add(label: string, amount = 1): void {
    this.sums.set(label, (this.sums.get(label) ?? 0) + amount);
  }

  /** Gives what has come since the last time, label by label. */
  handOver(take: (label: string, amount: number) => void): void {
    const { sums } = this;
    this.sums = new Map();
    for (const [label, amount] of sums) take(label, amount);
  }
}
