import { Injectable } from '@nestjs/common';

/** The progress of the shutdown; it never goes back. */
@Injectable()
export class Drain {
  private isDraining = false;
  private isClosing = false;

  get draining(): boolean {
    return this.isDraining;
  }

  /** Whether each answer closes its connection. */
  get closing(): boolean {
    return this.isClosing;
  }

  begin(): void {
    this.isDraining = true;
  }

  startClosing(): void {
    this.isClosing = true;
  }
}
