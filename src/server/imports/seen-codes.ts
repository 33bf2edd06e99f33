import "server-only";
import type { Hash64 } from "./content-hash";

const FIRST_CAPACITY = 1 << 12;
const NUMBERS_PER_CODE = 4;

/**
 * Which dossier codes a source has told of, and with what content: hashes only, 40 bytes a code, because a
 * file may hold millions. Two codes with the same 64 bits would be taken for one that contradicts itself;
 * whoever acts on that looks at the codes themselves.
 */
export class SeenCodes {
  private slots = new Int32Array(FIRST_CAPACITY * NUMBERS_PER_CODE);
  private capacity = FIRST_CAPACITY;
  private count = 0;

  /** Remembers a code by its hash, and tells whether it was there before with the same content or with another. */
  add(key: Hash64, content: Hash64): "new" | "same" | "different" {
    // An empty slot is all zeros: the one code that hashes to zero gets another number.
    const high = key.high === 0 && key.low === 0 ? 1 : key.high;
    const slot = this.find(high, key.low);
    if (this.isFree(slot)) {
      this.slots[slot] = high;
      this.slots[slot + 1] = key.low;
      this.slots[slot + 2] = content.high;
      this.slots[slot + 3] = content.low;
      this.count += 1;
      if (this.count * 2 > this.capacity) this.grow();
      return "new";
    }
    return this.slots[slot + 2] === content.high && this.slots[slot + 3] === content.low ? "same" : "different";
  }

  private isFree(slot: number): boolean {
    return this.slots[slot] === 0 && this.slots[slot + 1] === 0;
  }

  private find(high: number, low: number): number {
    let index = (high ^ low) & (this.capacity - 1);
    for (;;) {
      const slot = index * NUMBERS_PER_CODE;
      if (this.isFree(slot) || (this.slots[slot] === high && this.slots[slot + 1] === low)) return slot;
      index = (index + 1) & (this.capacity - 1);
    }
  }

  private grow(): void {
    const before = this.slots;
    this.capacity *= 2;
    this.slots = new Int32Array(this.capacity * NUMBERS_PER_CODE);
    for (let old = 0; old < before.length; old += NUMBERS_PER_CODE) {
      const [high = 0, low = 0] = [before[old], before[old + 1]];
      if (high === 0 && low === 0) continue;
      const slot = this.find(high, low);
      for (let number = 0; number < NUMBERS_PER_CODE; number++) this.slots[slot + number] = before[old + number] ?? 0;
    }
  }
}
