/** A standing merge: `from` is read under the face of `to`. */
export interface Pointer {
  readonly from: string;
  readonly to: string;
}

/** The most customers that one face may hold. */
export const mostMembers = 50;

/** Each customer's face: following the pointers to their end. Pointers never form a ring: only faces get one. */
export function facesOf(customerIds: readonly string[], pointers: readonly Pointer[]): Map<string, string> {
  const next = new Map(pointers.map((pointer) => [pointer.from, pointer.to]));
  return new Map(customerIds.map((id) => [id, endOf(id, next)]));
}

function endOf(id: string, next: ReadonlyMap<string, string>): string {
  let at = id;
  for (let steps = 0; steps <= next.size; steps++) {
    const to = next.get(at);
    if (to === undefined) return at;
    at = to;
  }
  throw new Error('the merges of a customer form a ring');
}
