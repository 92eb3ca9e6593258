/** Being told to stop: the first time it is asked of everything we started, the next time forced. */
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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, requestStop);
  if (process.env.npm_lifecycle_event) stopWithParent();
}

let since = 0;

function requestStop() {
  if (stop.requested) {
    if (Date.now() - since > SAME_KEYSTROKE_MS) stop.force();
    return;
  }
  stop.requested = true;
  since = Date.now();
  say('\n正在停止（再按一次 Ctrl-C 强制停止）……', 'Stopping (Ctrl-C again to force)...');
  stop.ask();
}

/** A SIGTERM sent to npm ends the shell between npm and us, which passes nothing on: all we see is another parent. */
function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    requestStop();
  }, 500).unref();
}
