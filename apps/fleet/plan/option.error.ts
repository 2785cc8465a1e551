/** An option of a command that is not valid; its message says what is. */
export class OptionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
