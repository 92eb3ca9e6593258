const KEPT = 'desk.devices';

/** `?devices=sim` gives this tab simulated devices, outside production only. */
export function devicesAreSimulated(): boolean {
  const mode = document.querySelector<HTMLMetaElement>('meta[name=mode]')?.content;
  if (mode === 'production') return false;
  const asked = new URLSearchParams(window.location.search).get('devices');
  if (asked !== null) sessionStorage.setItem(KEPT, asked);
  return sessionStorage.getItem(KEPT) === 'sim';
}
