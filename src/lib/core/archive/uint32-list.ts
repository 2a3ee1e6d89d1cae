/** Whole numbers from 0 to 2³² − 1 in a list that grows by doubling. */
export class Uint32List {
  #numbers = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = number;
  }

  /** The number at `index`, which must be in the list. */
  at(index: number): number {
    const number = index < this.#length ? this.#numbers[index] : undefined;
    if (number === undefined) throw new RangeError(`Uint32List.at: ${index} of ${this.#length}`);
    return number;
  }

  /** Gives back the room that was taken ahead. */
  trim(): void {
    this.#numbers = this.#numbers.slice(0, Math.max(1, this.#length));
  }
}
