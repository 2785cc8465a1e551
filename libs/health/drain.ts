import { Injectable } from '@nestjs/common';

/** Whether this process has been told to go; set once, never taken back. */
@Injectable()
export class Drain {
  private begun = false;

  get draining(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
  }
}
