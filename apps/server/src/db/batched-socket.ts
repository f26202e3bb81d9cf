import { Socket } from 'node:net';

/**
 * A socket that sends all that is written in one go of the program at once. A transaction begins with several small
 * messages, and each that is sent alone wakes PostgreSQL for itself.
 */
export class BatchedSocket extends Socket {
  #isHeld = false;

  // biome-ignore lint/suspicious/noExplicitAny: the overloads of the class above
  override write(...message: [any, any?, any?]): boolean {
    if (!this.#isHeld) {
      this.#isHeld = true;
      this.cork();
      process.nextTick(() => {
        this.#isHeld = false;
        this.uncork();
      });
    }
    return super.write(...message);
  }
}
