/** Ctrl-C: the first asks to stop, the next forces. */
import { say } from './say.mjs';

export const stop = {
  requested: false,
  /** What the first signal does, beside being noted. */
  ask: () => {},
  /** What every later one does. @type {() => void} */
  force: () => process.exit(1),
};

/** Under npm one Ctrl-C arrives twice, from the terminal and from npm, so those of one second count as one. */
const SAME_KEYSTROKE_MS = 1000;

export function listenForStop() {
  let since = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (stop.requested) {
        if (Date.now() - since > SAME_KEYSTROKE_MS) stop.force();
        return;
      }
      stop.requested = true;
      since = Date.now();
      say('\n正在停止（再按一次 Ctrl-C 强制停止）……', 'Stopping (Ctrl-C again to force)...');
      stop.ask();
    });
  }
}
