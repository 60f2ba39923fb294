/** An id made of a label, which none of the known ones is: `Western Union` gives `western-union`, then `western-union-2`. */
export function newId(label: string, known: readonly string[]): string {
  const plain = label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return freeId(plain === "" ? "unnamed" : plain, known);
}

/** An id, or the first of its numbered forms that is not known. */
export function freeId(id: string, known: readonly string[]): string {
  for (let n = 1; ; n++) {
    const own = n === 1 ? id : `${id}-${n}`;
    if (!known.includes(own)) return own;
  }
}
