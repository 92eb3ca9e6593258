/** The items this window took lately, newest first; keys and names of public guides only. */
export interface RecentItem {
  key: string;
  name: string;
}

const KEPT = 'desk.recent-items';
const MOST = 10;

export function recentItems(): RecentItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? (kept as RecentItem[]).filter(({ key, name }) => key && name) : [];
  } catch {
    return [];
  }
}

export function rememberItem(item: RecentItem): void {
  const others = recentItems().filter(({ key }) => key !== item.key);
  localStorage.setItem(KEPT, JSON.stringify([item, ...others].slice(0, MOST)));
}
