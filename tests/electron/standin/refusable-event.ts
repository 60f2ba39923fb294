/** An event as Electron hands it to listeners, who may refuse what it announces. */
export class RefusableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
