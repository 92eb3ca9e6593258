import { Modal } from 'antd';
import { useWords } from '../lib/language.ts';
import { activeShortcuts } from '../lib/useShortcuts.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The shortcuts of the page one is on. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords({ zh, en });
  return (
    <Modal open={open} onCancel={onClose} title={words.shortcuts} footer={null} destroyOnHidden>
      <dl className="shortcut-list">
        {open &&
          activeShortcuts().map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys.length === 1 ? keys.toUpperCase() : keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
      </dl>
      <p className="hint">{words.shortcutsNote}</p>
    </Modal>
  );
}
