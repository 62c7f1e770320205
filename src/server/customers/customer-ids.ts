/** The customers that are read as one: made only by `members`, so that no store reads a customer unasked. */
export class CustomerIds {
  readonly faceId: string;
  readonly all: readonly string[];

  constructor(faceId: string, all: readonly string[]) {
    this.faceId = faceId;
    this.all = all;
  }
}
