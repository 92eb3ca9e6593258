/** Window PCs run browsers on Chromium 90 (ux 0.5), which lack a few functions that our libraries and the kit call. */
function provide(on: object, name: string, value: unknown): void {
  if (!(name in on)) Object.defineProperty(on, name, { value, writable: true, configurable: true });
}

function at(this: ArrayLike<unknown>, n: number): unknown {
  const index = Math.trunc(n) || 0;
  return this[index < 0 ? this.length + index : index];
}

provide(Object, 'hasOwn', (object: object, key: PropertyKey) => Object.hasOwn(object, key));
provide(Array.prototype, 'at', at);
provide(String.prototype, 'at', function charAt(this: string, n: number) {
  return at.call(this, n);
});
