/** Keeps the results that were asked for last, up to a number of them, so that what is asked again and again is made once and the rest does not pile up. */
export class LastUsed<T> {
  private readonly known = new Map<string, T>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** The result of this name, made if it is not known. */
  get(name: string, make: () => T): T {
    const kept = this.known.get(name);
    const result = kept === undefined ? make() : kept;
    this.known.delete(name);
    this.known.set(name, result);
    this.forgetOldest();
    return result;
  }

  private forgetOldest(): void {
    for (const oldest of this.known.keys()) {
      if (this.known.size <= this.most) break;
      this.known.delete(oldest);
    }
  }
}
