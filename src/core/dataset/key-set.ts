type Branch = Map<string, Branch>;

const LEAF: Branch = new Map();

/** A set of keys, each of as many ids. Kept id by id: a large table has a key in every row, and texts that join them would cost more than the rows. */
export class KeySet {
  readonly #root: Branch = new Map();

  /** Takes a key in; false where it was there already. */
  add(key: readonly string[]): boolean {
    let branch = this.#root;
    const last = key.length - 1;
    for (let i = 0; i < last; i++) branch = branchOf(branch, key[i] ?? "");
    const id = key[last] ?? "";
    if (branch.has(id)) return false;
    branch.set(id, LEAF);
    return true;
  }

  has(key: readonly string[]): boolean {
    let branch: Branch | undefined = this.#root;
    for (const id of key) {
      branch = branch.get(id);
      if (branch === undefined) return false;
    }
    return branch === LEAF;
  }
}

function branchOf(branch: Branch, id: string): Branch {
  const known = branch.get(id);
  if (known !== undefined) return known;
  const made: Branch = new Map();
  branch.set(id, made);
  return made;
}
